import PBXModel

/// A fault before it is read, by the words of the language's `fault`.
struct FaultDraft: Sendable {
  var kind = Fault.Kind.fails
  var operation: String?
  var code: Int?
  var delay: Duration?
  var jitter: Duration?
  var times: Int?
  var chance: Int?
  var span: Duration?

  /// What is given that this kind has no use for, or lacks; nil where all is right.
  private var misfit: String? {
    if kind == .fails, code == nil { return "`fails` needs `code`" }
    if kind != .fails, code != nil { return "`code` belongs to `fails` alone" }
    if kind.isLate, delay == nil { return "`\(kind.rawValue)` needs `delay`" }
    if !kind.isLate, delay != nil || jitter != nil {
      return "`delay` and `jitter` belong to `slow` and `push delays` alone"
    }
    return nil
  }

  /// The fault, or why there can be none.
  var fault: Result<Fault, Flaw> {
    if let misfit { return .failure(Flaw(reason: misfit)) }
    var name: String?
    if let operation {
      name = Fault.operation(named: operation)
      if name == nil { return .failure(Flaw(reason: "there is no operation `\(operation)`")) }
    }
    let effect = Fault.Effect(
      kind, code: code ?? 0, delay: delay ?? .zero, jitter: jitter ?? .zero)
    let fault = Fault(effect, on: name, times: times, chance: chance, span: span).withUsualLimit
    if let reason = fault.flaw { return .failure(Flaw(reason: reason)) }
    return .success(fault)
  }

  struct Flaw: Error {
    var reason: String
  }

  init() {}

  init(_ fault: Fault) {
    operation = fault.operation
    times = fault.times
    chance = fault.chance
    span = fault.span
    kind = fault.effect.kind
    switch fault.effect {
    case .refusal(let refusal): code = refusal.rawValue
    case .delay(let by, let most), .delayedPush(let by, let most): (delay, jitter) = (by, most)
    case .page, .disconnection, .networkDown, .expiredToken, .droppedPush, .duplicatedPush: break
    }
  }
}

extension Section where Subject == FaultDraft {
  static let faults = Section(
    name: "a fault", blank: FaultDraft(),
    fields: [
      Field("fault", \.kind, .choice, isRequired: true, "What goes wrong"),
      Field(
        "operation", \.operation, .optional(.operation, orWord: "all"),
        "The operation that it happens to, such as `dial` or `status/endpoint`"),
      Field(
        "code", \.code, .optional(.number(in: 1...999_999), orWord: "none"),
        "The error code that `fails` answers with"),
      Field(
        "delay", \.delay, .optional(.duration, orWord: "none"),
        "How much later the answer or the push comes"),
      Field(
        "jitter", \.jitter, .optional(.duration, orWord: "none"),
        "Up to so much comes on top of that"),
      Field(
        "times", \.times, .optional(.number(in: 1...1_000_000), orWord: "unlimited"),
        "So many times; `token expired` happens once where nothing limits it"),
      Field(
        "chance", \.chance, .optional(.number(in: 1...100), orWord: "always"),
        "In so many of a hundred cases"),
      Field(
        "lasting", \.span, .optional(.duration, orWord: "unlimited"),
        "So long from the beginning of the world"),
    ],
    example: FaultDraft(
      Fault(.delay(.milliseconds(200), jitter: .milliseconds(50)), on: "call/dial", chance: 20)))
}

extension ValueForm where Value == String {
  /// An operation of the API, with or without its group.
  fileprivate static var operation: ValueForm {
    let name = "the name of an operation, such as `dial` or `status/endpoint`"
    let known = Fault.operationWords + Fault.operationNames
    return ValueForm(
      name: name, schema: ["enum": .array(known.map(JSONValue.string))],
      read: { part, reader in
        guard let text = reader.text(of: part, expecting: name) else { return nil }
        if let operation = Fault.operation(named: text) { return operation }
        reader.report(.wrongWord(text, known: known, at: reader.range(of: part)))
        return nil
      },
      write: Written.text)
  }
}

extension ValueForm where Value == [Fault] {
  static var faults: ValueForm {
    let section = Section<FaultDraft>.faults
    let form = section.form
    let element = ValueForm<Fault>(
      name: form.name, schema: form.schema, rows: form.rows,
      read: { part, reader in
        let count = reader.diagnostics.count
        // What is misread is no reason to complain of what it was taken for.
        guard let draft = section.read(part, &reader), reader.diagnostics.count == count else {
          return nil
        }
        switch draft.fault {
        case .success(let fault): return fault
        case .failure(let flaw):
          reader.report(.impossibleFault(flaw.reason, at: reader.range(of: part)))
          return nil
        }
      },
      write: { section.write(FaultDraft($0)) })
    return .list(of: element, example: section.example.map(section.write))
  }
}
