import PBXModel

/// A fault before it is read, by the words of the language's `fault`.
struct FaultDraft: Sendable {
  enum Kind: String, CaseIterable {
    case fails, page, disconnects, slow
    case networkDown = "network down"
    case tokenExpired = "token expired"
    case pushDrop = "push drop"
    case pushDuplicates = "push duplicates"
    case pushDelays = "push delays"
  }

  var kind = Kind.fails
  var operation: String?
  var code: Int?
  var delay: Duration?
  var jitter: Duration?
  var times: Int?
  var chance: Int?
  var span: Duration?

  /// What is given that this kind has no use for, or lacks; nil where all is right.
  private var misfit: String? {
    let isLate = kind == .slow || kind == .pushDelays
    if kind == .fails, code == nil { return "`fails` needs `code`" }
    if kind != .fails, code != nil { return "`code` belongs to `fails` alone" }
    if isLate, delay == nil { return "`\(kind.rawValue)` needs `delay`" }
    if !isLate, delay != nil || jitter != nil {
      return "`delay` and `jitter` belong to `slow` and `push delays` alone"
    }
    return nil
  }

  private var effect: Fault.Effect {
    switch kind {
    case .fails: .refusal(APIErrorCode(rawValue: code ?? 0))
    case .page: .page
    case .disconnects: .disconnection
    case .slow: .delay(delay ?? .zero, jitter: jitter ?? .zero)
    case .networkDown: .networkDown
    case .tokenExpired: .expiredToken
    case .pushDrop: .droppedPush
    case .pushDuplicates: .duplicatedPush
    case .pushDelays: .delayedPush(delay ?? .zero, jitter: jitter ?? .zero)
    }
  }

  /// The fault, or why there can be none.
  var fault: Result<Fault, Flaw> {
    if let misfit { return .failure(Flaw(reason: misfit)) }
    var name: String?
    if let operation {
      name = Fault.operation(named: operation)
      if name == nil { return .failure(Flaw(reason: "there is no operation `\(operation)`")) }
    }
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
    switch fault.effect {
    case .refusal(let refusal): (kind, code) = (.fails, refusal.rawValue)
    case .page: kind = .page
    case .disconnection: kind = .disconnects
    case .delay(let by, let most): (kind, delay, jitter) = (.slow, by, most)
    case .networkDown: kind = .networkDown
    case .expiredToken: kind = .tokenExpired
    case .droppedPush: kind = .pushDrop
    case .duplicatedPush: kind = .pushDuplicates
    case .delayedPush(let by, let most): (kind, delay, jitter) = (.pushDelays, by, most)
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
