package import FlowDiagnostics

/// What can be wrong with the name of a variable or a function.
package enum NameProblem {
  case unknown(String, closest: String?, hint: String?)
  case usedBeforeDeclared(String, at: SourceRange)
  case redeclared(String, at: SourceRange)
  case assignedUndeclared(String, closest: String?)
  case reserved(String)
  case itOutsideWhere
  case unknownFunction(String, closest: String?)

  var wording: CheckWording {
    switch self {
    case .unknown(let name, let closest, let hint):
      CheckWording(
        "E0201", "`\(name)` is not known", notes: hint.map { [.init($0)] } ?? [],
        replacement: .meant(closest))
    case .usedBeforeDeclared(let name, let place):
      CheckWording(
        "E0202", "`\(name)` is used before it is set",
        notes: [.init("it is declared only here", at: place)])
    case .redeclared(let name, let place):
      CheckWording(
        "E0203", "`\(name)` is declared already",
        notes: [
          .init("the first time here", at: place),
          .init("leave out `let` to give it another value"),
        ])
    case .assignedUndeclared("let", _):
      CheckWording(
        "E0204", "`let` needs the name of a variable", notes: [.init("write `let name = …`")])
    case .assignedUndeclared(let name, let closest):
      CheckWording(
        "E0204", "`\(name)` is assigned, but was never declared",
        notes: [.init("a new variable begins with `let \(name) = …`")],
        replacement: .meant(closest))
    case .reserved(let name):
      CheckWording(
        "E0205", "`\(name)` is set by the language itself", notes: [.init("take another name")])
    case .itOutsideWhere:
      CheckWording(
        "E0206", "`it` means nothing here",
        notes: [.init("it is the record that a `wait cdr where …` looks at")])
    case .unknownFunction(let name, let closest):
      CheckWording("E0207", "there is no function `\(name)`", replacement: .meant(closest))
    }
  }
}
