package import FlowDiagnostics

/// What can be wrong with the place where a statement stands.
package enum StructureProblem {
  case outsideLoop(String)
  case notAtTopLevel(String)
  case statementBesideTests
  case noTests(String)
  case repeatedBlock(String, at: SourceRange)
  case repeatedTestName(String, at: SourceRange)
  case notInShell(String)
  case unreachable(after: String)
  case hastyExpectation(String)

  var wording: CheckWording {
    switch self {
    case .outsideLoop(let word):
      CheckWording(
        "E0210", "`\(word)` stands outside every loop",
        notes: [.init("it belongs into `for`, `while` or `repeat`")])
    case .notAtTopLevel(let word):
      CheckWording("E0211", "`\(word)` can stand at the top of a file only")
    case .statementBesideTests:
      CheckWording(
        "E0212", "a file with tests holds only `param`, `let`, `setup`, `teardown` and `test`",
        notes: [.init("move this into `setup`, or into a test")])
    case .noTests(let word):
      CheckWording(
        "E0213", "`\(word)` runs around each test, but this file has no `test`",
        notes: [.init("wrap the statements in `test \"…\" { }`")])
    case .repeatedBlock(let word, let place):
      CheckWording(
        "E0214", "a file has one `\(word)` at most",
        notes: [.init("the first one is here", at: place)])
    case .repeatedTestName(let name, let place):
      CheckWording(
        "E0215", "a test named `\(name)` exists already",
        notes: [.init("the first one is here", at: place)])
    case .notInShell(let word):
      CheckWording(
        "E0220", "`\(word)` belongs into a file",
        notes: [
          .init("in the shell every statement runs at once; run files with `callflow run`")
        ])
    case .unreachable(let word):
      CheckWording("W0201", "this is never reached: it stands after `\(word)`")
    case .hastyExpectation(let state):
      CheckWording(
        "W0202", "a phone needs a moment until it is \(state)",
        notes: [
          .init("add `within 5s`, or the expectation looks once, right after the command")
        ])
    }
  }
}
