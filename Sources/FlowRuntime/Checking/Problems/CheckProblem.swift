package import FlowDiagnostics

/// What the checker finds before anything runs: the E02 and W02 codes.
///
/// The wording stands with each kind of problem.
package enum CheckProblem {
  case name(NameProblem)
  case argument(ArgumentProblem)
  case structure(StructureProblem)
  case value(ValueProblem)

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
    .init("E0221", "`every` is given no time to pass."),
    .init("W0201", "A statement can never be reached."),
    .init("W0202", "An expectation asks for a state right after the command that should bring it."),
  ]

  /// The diagnostic at a place.
  func diagnostic(at range: SourceRange) -> Diagnostic {
    let wording = wording
    return Diagnostic(
      code: wording.code, severity: wording.code.hasPrefix("W") ? .warning : .error,
      message: wording.message, range: range, notes: wording.notes,
      fixIts: wording.replacement.map { replacement in
        [.init(replacement.proposal, replace: range, with: replacement.text)]
      } ?? [])
  }

  private var wording: CheckWording {
    switch self {
    case .name(let problem): problem.wording
    case .argument(let problem): problem.wording
    case .structure(let problem): problem.wording
    case .value(let problem): problem.wording
    }
  }
}
