package import FlowDiagnostics
import YAMLReading

/// What can be wrong with a world file: the catalogue of its codes.
package enum WorldProblem: String, CaseIterable, Sendable {
  case notYAML = "E0601"
  case unknownKey = "E0602"
  case wrongValue = "E0603"
  case missingKey = "E0604"
  case definedTwice = "E0605"
  case unknownName = "E0606"
  case tooManyExtensions = "E0607"
  case alias = "E0608"
  case conflict = "E0609"
  case unusedTrunk = "W0601"

  /// Every code with its meaning.
  package static let codes = allCases.map { DiagnosticCode($0.rawValue, $0.explanation) }

  private var explanation: String {
    switch self {
    case .notYAML: "A world file is no YAML, or a key is given twice."
    case .unknownKey: "A world file has a key that there is none of."
    case .wrongValue: "A value of a world file has another form than its key asks for."
    case .missingKey: "Something in a world file lacks a key that it needs, or a key its value."
    case .definedTwice: "Two things in a world file have one name or number."
    case .unknownName: "A world file names something that is not in it."
    case .tooManyExtensions: "A world file has more extensions than a world may."
    case .alias: "A world file has YAML aliases, which it must do without."
    case .conflict: "Two parts of a world file do not go together."
    case .unusedTrunk: "No pattern leads to a trunk: calls come in over it, and none go out."
    }
  }
}

/// Their wording.
extension Diagnostic {
  private init(
    _ problem: WorldProblem, _ message: String, at range: SourceRange, label: String? = nil,
    notes: [Note] = [], fixIts: [FixIt] = []
  ) {
    self.init(
      code: problem.rawValue, severity: problem == .unusedTrunk ? .warning : .error,
      message: message, range: range, label: label, notes: notes, fixIts: fixIts)
  }

  static func notYAML(_ fault: YAMLFault, in source: SourceFile) -> Diagnostic {
    let range = fault.place.map { source.extent(of: nil, at: $0) } ?? SourceRange(0, 0)
    return Diagnostic(.notYAML, fault.message, at: range, notes: fault.advice.map { Note($0) })
  }

  /// - Parameter isBare: the key has neither a colon nor a value.
  static func unknownKey(
    _ key: String, of section: String, known: [String], isBare: Bool, at range: SourceRange
  ) -> Diagnostic {
    if isBare {
      return Diagnostic(
        .unknownKey, "there is no key `\(key)` in \(section)", at: range,
        notes: [Note("between `{` and `}` put a value that has a comma in quotes")])
    }
    let (notes, fixIts) = suggestion(for: key, among: known, called: "keys", at: range)
    return Diagnostic(
      .unknownKey, "there is no key `\(key)` in \(section)", at: range, notes: notes,
      fixIts: fixIts)
  }

  static func wrongValue(
    _ text: String, expecting form: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .wrongValue, text.isEmpty ? "this is empty" : "`\(text)` is not right here", at: range,
      label: "expected \(form)")
  }

  static func wrongWord(_ text: String, known: [String], at range: SourceRange) -> Diagnostic {
    let (notes, fixIts) = suggestion(for: text, among: known, called: "expected one of", at: range)
    return Diagnostic(
      .wrongValue, "`\(text)` is not right here", at: range, notes: notes, fixIts: fixIts)
  }

  static func notAValue(expecting form: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .wrongValue, "a single value has to stand here", at: range, label: "expected \(form)")
  }

  static func notAList(expecting form: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .wrongValue, "a list has to stand here", at: range, label: "expected \(form)",
      notes: [Note("write `- ` in front of each element, or `[]` for none")])
  }

  static func notAMap(expecting form: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .wrongValue, "a map has to stand here", at: range, label: "expected \(form)",
      notes: [Note("write each key on a line of its own: `key: value`")])
  }

  static func missingElement(expecting form: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .missingKey, "this element of the list is empty", at: range, label: "expected \(form)")
  }

  static func missingValue(
    of key: String, isRequired: Bool, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .missingKey, "`\(key)` has no value", at: range,
      notes: isRequired ? [] : [Note("give it one, or leave it out for its default")])
  }

  static func missingKey(
    _ key: String, form: String, of section: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .missingKey, "\(section) needs `\(key)`", at: range,
      notes: [Note("write `\(key): …`, with \(form)")])
  }

  static func definedTwice(
    _ name: String, _ kind: NameKind, earlier: (kind: NameKind, range: SourceRange),
    at range: SourceRange
  ) -> Diagnostic {
    let message =
      earlier.kind == kind
      ? "`\(name)` is \(kind.noun) already" : "`\(name)` is \(earlier.kind.noun) already"
    return Diagnostic(
      .definedTwice, message, at: range, notes: [Note("it is given here first", at: earlier.range)])
  }

  static func unknownName(
    _ name: String, _ kind: NameKind, known: [String], at range: SourceRange
  ) -> Diagnostic {
    var (notes, fixIts) = suggestion(for: name, among: known, called: kind.list, at: range)
    if fixIts.isEmpty { notes.append(Note("add it to `\(kind.list)`, or name another one")) }
    return Diagnostic(
      .unknownName, "`\(name)` is not \(kind.noun) of this world", at: range, notes: notes,
      fixIts: fixIts)
  }

  static func unknownDestination(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .unknownName, "`\(text)` leads nowhere in this world", at: range,
      notes: [
        Note(
          "write an extension, a queue, `vm` and a mailbox, a number that a pattern matches, or "
            + "a place such as `ext-queues,200,1` or `MENU,s,1`")
      ])
  }

  static func tooManyExtensions(limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(.tooManyExtensions, "a world has at most \(limit) extensions", at: range)
  }

  static func alias(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .alias, "world files have no aliases", at: range,
      notes: [Note("put a value that begins with `*` in quotes; else write it out")])
  }

  static func parkingSpace(
    _ number: String, _ named: (kind: NameKind, range: SourceRange), hasLot: Bool,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .conflict, "the parking space `\(number)` is also \(named.kind.noun)", at: range,
      notes: hasLot
        ? [Note("it is given here", at: named.range)]
        : [Note("give the parking lot other spaces: `parking: {spaces: …}`")])
  }

  static func impossibleFault(_ reason: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.conflict, "this fault cannot happen: \(reason)", at: range)
  }

  static func unusedTrunk(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .unusedTrunk, "no pattern leads to the trunk `\(name)`", at: range,
      notes: [Note("calls come in over it; add a pattern if any are to go out")])
  }

  /// The word that was meant, or else which there are.
  private static func suggestion(
    for word: String, among known: [String], called title: String, at range: SourceRange
  ) -> (notes: [Note], fixIts: [FixIt]) {
    if let meant = Spelling.closest(to: word, among: known) {
      return ([], [FixIt("did you mean `\(meant)`?", replace: range, with: meant)])
    }
    if known.isEmpty { return ([], []) }
    let shown = known.prefix(20).map { "`\($0)`" }.joined(separator: ", ")
    return ([Note("\(title): \(shown)" + (known.count > 20 ? ", …" : ""))], [])
  }
}
