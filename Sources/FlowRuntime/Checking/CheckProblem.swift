package import FlowDiagnostics

/// What the checker finds before anything runs; all wording of the E02 and W02 codes is here.
package enum CheckProblem {
  case unknownName(String, closest: String?, hint: String?)
  case usedBeforeDeclared(String, at: SourceRange)
  case redeclared(String, at: SourceRange)
  case assignedUndeclared(String, closest: String?)
  case reservedName(String)
  case itOutsideWhere
  case unknownFunction(String, closest: String?)
  case tooManyArguments(String, count: Int, labels: [String])
  case missingArgument(String, String, isLabelled: Bool)
  case unknownLabel(String, String, labels: [String])
  case repeatedLabel(String)
  case outsideLoop(String)
  case notAtTopLevel(String)
  case statementBesideTests
  case noTests(String)
  case repeatedBlock(String, at: SourceRange)
  case repeatedTestName(String, at: SourceRange)
  case operandKind(String, expected: String, found: String, suggestion: String?)
  case notDuration(found: String, suggestion: String?)
  case tooManyRegisters
  case repeatedKey(String)
  case notInShell(String)
  case unreachable(after: String)
  case hastyExpectation(String)

  /// The codes in order, each with what it means in one line.
  package static let codes: [DiagnosticCode] = [
    .init("E0201", "A name is used that nothing declares."),
    .init("E0202", "A name is used before the line that declares it."),
    .init("E0203", "A name is declared twice in one block."),
    .init("E0204", "A name is assigned that nothing declares: the first time it takes `let`."),
    .init("E0205", "`call` and `it` are set by the language and cannot be declared or assigned."),
    .init("E0206", "`it` is the record of a `wait cdr where` and means nothing elsewhere."),
    .init("E0207", "A function is called that does not exist."),
    .init("E0208", "A function gets more or fewer arguments than it takes."),
    .init("E0209", "An argument has a label that the function does not know, or a label twice."),
    .init("E0210", "`break` or `continue` stands outside every loop."),
    .init("E0211", "`test`, `setup`, `teardown` or `param` stands inside a block."),
    .init("E0212", "A file with tests holds a statement outside of them."),
    .init("E0213", "`setup` or `teardown` stands in a file without tests."),
    .init("E0214", "A file has two `setup` or two `teardown` blocks."),
    .init("E0215", "Two tests of a file have one name."),
    .init("E0216", "An operand of a command is of a kind that cannot stand there."),
    .init("E0217", "A time is given without its unit, or something else stands for it."),
    .init("E0218", "A script holds more values at once than the machine has registers for."),
    .init("E0219", "A map has one key twice."),
    .init("E0220", "A test stands in the shell, where statements run at once."),
    .init("W0201", "A statement can never be reached."),
    .init("W0202", "An expectation asks for a state right after the command that should bring it."),
  ]

  /// The diagnostic at a place.
  func diagnostic(at range: SourceRange) -> Diagnostic {
    let (code, message, notes) = wording
    return Diagnostic(
      code: code, severity: code.hasPrefix("W") ? .warning : .error, message: message,
      range: range, notes: notes, fixIts: fixIts(at: range))
  }

  /// What to write instead, where that is known.
  private func fixIts(at range: SourceRange) -> [Diagnostic.FixIt] {
    switch self {
    case .unknownName(_, let closest?, _), .assignedUndeclared(_, let closest?),
      .unknownFunction(_, let closest?):
      [.init("did you mean `\(closest)`?", replace: range, with: closest)]
    case .unknownLabel(_, let label, let labels):
      Spelling.closest(to: label, among: labels).map {
        [.init("did you mean `\($0):`?", replace: range, with: $0)]
      } ?? []
    case .operandKind(_, _, _, let suggestion?), .notDuration(_, let suggestion?):
      [.init("write `\(suggestion)`", replace: range, with: suggestion)]
    default: []
    }
  }

  private typealias Wording = (code: String, message: String, notes: [Diagnostic.Note])

  private var wording: Wording {
    switch self {
    case .unknownName, .usedBeforeDeclared, .redeclared, .assignedUndeclared, .reservedName,
      .itOutsideWhere:
      names
    case .unknownFunction, .tooManyArguments, .missingArgument, .unknownLabel, .repeatedLabel:
      functions
    case .outsideLoop, .notAtTopLevel, .statementBesideTests, .noTests, .repeatedBlock,
      .repeatedTestName, .notInShell:
      structure
    case .operandKind, .notDuration, .tooManyRegisters, .repeatedKey, .unreachable,
      .hastyExpectation:
      values
    }
  }

  private var names: Wording {
    switch self {
    case .unknownName(let name, _, let hint):
      ("E0201", "`\(name)` is not known", Self.note(hint))
    case .usedBeforeDeclared(let name, let place):
      (
        "E0202", "`\(name)` is used before it is set",
        [.init("it is declared only here", at: place)]
      )
    case .redeclared(let name, let place):
      (
        "E0203", "`\(name)` is declared already",
        [
          .init("the first time here", at: place),
          .init("leave out `let` to give it another value"),
        ]
      )
    case .assignedUndeclared(let name, _):
      (
        "E0204", "`\(name)` is assigned, but was never declared",
        [.init("a new variable begins with `let \(name) = …`")]
      )
    case .reservedName(let name):
      ("E0205", "`\(name)` is set by the language itself", [.init("take another name")])
    case .itOutsideWhere:
      (
        "E0206", "`it` means nothing here",
        [.init("it is the record that a `wait cdr where …` looks at")]
      )
    default: preconditionFailure("not a problem of names")
    }
  }

  private var functions: Wording {
    switch self {
    case .unknownFunction(let name, _):
      ("E0207", "there is no function `\(name)`", [])
    case .tooManyArguments(let name, let count, let labels):
      (
        "E0208",
        "`\(name)` takes \(count == 0 ? "no" : "\(count)") argument\(count == 1 ? "" : "s")"
          + (labels.isEmpty ? "" : " without a label"),
        Self.labelNote(labels)
      )
    case .missingArgument(let name, let parameter, let isLabelled):
      (
        "E0208", "`\(name)` misses its argument `\(parameter)`",
        isLabelled ? [.init("write `\(parameter): …`")] : []
      )
    case .unknownLabel(let name, let label, let labels):
      (
        "E0209", "`\(name)` has no argument labelled `\(label)`",
        Self.labelNote(labels)
      )
    case .repeatedLabel(let label):
      ("E0209", "the argument `\(label)` is given twice", [])
    default: preconditionFailure("not a problem of functions")
    }
  }

  private var structure: Wording {
    switch self {
    case .outsideLoop(let word):
      (
        "E0210", "`\(word)` stands outside every loop",
        [.init("it belongs into `for`, `while` or `repeat`")]
      )
    case .notAtTopLevel(let word):
      ("E0211", "`\(word)` can stand at the top of a file only", [])
    case .statementBesideTests:
      (
        "E0212", "a file with tests holds only `param`, `let`, `setup`, `teardown` and `test`",
        [.init("move this into `setup`, or into a test")]
      )
    case .noTests(let word):
      (
        "E0213", "`\(word)` runs around each test, but this file has no `test`",
        [.init("wrap the statements in `test \"…\" { }`")]
      )
    case .repeatedBlock(let word, let place):
      ("E0214", "a file has one `\(word)` at most", [.init("the first one is here", at: place)])
    case .repeatedTestName(let name, let place):
      (
        "E0215", "a test named `\(name)` exists already",
        [.init("the first one is here", at: place)]
      )
    case .notInShell(let word):
      (
        "E0220", "`\(word)` belongs into a file",
        [.init("in the shell every statement runs at once; run files with `callflow run`")]
      )
    default: preconditionFailure("not a problem of structure")
    }
  }

  private var values: Wording {
    switch self {
    case .operandKind(let slot, let expected, let found, _):
      ("E0216", "`\(slot)` is \(expected), this is \(found)", [])
    case .notDuration(let found, _):
      ("E0217", "a duration such as `10s` is expected, this is \(found)", [])
    case .tooManyRegisters:
      (
        "E0218", "the script holds too many values at once",
        [.init("at most \(Compiler.registerLimit) variables and intermediate values fit")]
      )
    case .repeatedKey(let key): ("E0219", "the key `\(key)` stands in this map already", [])
    case .unreachable(let word):
      ("W0201", "this is never reached: it stands after `\(word)`", [])
    case .hastyExpectation(let state):
      (
        "W0202", "a phone needs a moment until it is \(state)",
        [.init("add `within 5s`, or the expectation looks once, right after the command")]
      )
    default: preconditionFailure("not a problem of values")
    }
  }

  private static func note(_ text: String?) -> [Diagnostic.Note] {
    text.map { [.init($0)] } ?? []
  }

  private static func labelNote(_ labels: [String]) -> [Diagnostic.Note] {
    if labels.isEmpty { return [] }
    return [.init("its labels are \(labels.map { "`\($0):`" }.joined(separator: ", "))")]
  }
}
