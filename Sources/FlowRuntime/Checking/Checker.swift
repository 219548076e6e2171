import FlowDiagnostics
import FlowSyntax

/// Finds what is wrong with a tree before anything runs; goes on after every problem.
struct Checker {
  /// Names that the language sets.
  static let reservedNames: Set<String> = ["call", "it"]

  let library: Library
  /// Whether the tree is an input of the shell.
  let isShell: Bool
  private(set) var diagnostics: [Diagnostic] = []
  var scopes: [CheckScope]
  var loopDepth = 0
  /// Whether the expression stands behind `where`.
  var hasRecord = false
  private var suggestionsLeft = 100

  /// - Parameter variables: the names of variables that exist already.
  init(library: Library, variables: [String] = [], isShell: Bool = false) {
    self.library = library
    self.isShell = isShell
    let places = variables.map { ($0, SourceRange(0, 0)) }
    self.scopes = [CheckScope(names: Dictionary(uniqueKeysWithValues: places))]
  }

  mutating func report(_ problem: CheckProblem, at range: SourceRange) {
    diagnostics.append(problem.diagnostic(at: range))
  }

  // MARK: Names

  /// What was perhaps meant; nil once so much is wrong that looking through all names for each
  /// would take minutes.
  mutating func closest(to name: String, among names: (Checker) -> [String]) -> String? {
    guard suggestionsLeft > 0 else { return nil }
    suggestionsLeft -= 1
    return Spelling.closest(to: name, among: names(self))
  }

  /// The names that are visible, for did-you-mean.
  var visibleNames: [String] {
    scopes.reversed().flatMap { $0.names.keys.sorted() } + ["call"] + (hasRecord ? ["it"] : [])
  }

  func isDeclared(_ name: String) -> Bool {
    scopes.contains { $0.names[name] != nil }
  }

  /// Where a later statement of this or an outer block declares a name.
  func upcomingDeclaration(of name: String) -> SourceRange? {
    for scope in scopes.reversed() {
      if let place = scope.upcoming[name] { return place }
    }
    return nil
  }

  mutating func declare(_ identifier: Identifier) {
    let name = identifier.name
    if Self.reservedNames.contains(name) {
      report(.name(.reserved(name)), at: identifier.range)
    } else if let place = scopes[scopes.count - 1].names[name] {
      report(.name(.redeclared(name, at: place)), at: identifier.range)
    }
    scopes[scopes.count - 1].names[name] = identifier.range
    scopes[scopes.count - 1].upcoming[name] = nil
  }

  /// Runs with the scope of a block whose statements these are.
  mutating func scoped(_ statements: [Statement], _ body: (inout Checker) -> Void) {
    scopes.append(CheckScope())
    announce(statements)
    body(&self)
    scopes.removeLast()
  }

  /// Notes which names the statements will declare.
  mutating func announce(_ statements: [Statement]) {
    for statement in statements {
      let name: Identifier
      switch statement {
      case .binding(let binding): name = binding.name
      case .parameter(let parameter): name = parameter.name
      case .expression, .assignment, .conditional, .forLoop, .whileLoop, .repeatLoop, .breakLoop,
        .continueLoop, .test, .setup, .teardown, .expectation, .log, .invalid:
        continue
      }
      if scopes[scopes.count - 1].upcoming[name.name] == nil {
        scopes[scopes.count - 1].upcoming[name.name] = name.range
      }
    }
  }
}
