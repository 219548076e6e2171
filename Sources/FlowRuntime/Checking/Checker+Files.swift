import FlowDiagnostics
import FlowSyntax

extension Checker {
  /// Checks a whole file, or an input of the shell.
  mutating func check(_ script: Script) {
    let statements = script.statements
    if isShell { scopes.append(CheckScope()) }
    announce(statements)
    if script.hasTests, !isShell {
      checkTestFile(statements)
      return
    }
    for statement in statements {
      switch statement {
      case .test(let test) where isShell:
        report(.structure(.notInShell("test")), at: test.keywordRange)
      case .setup(_, let keyword): reportStray("setup", at: keyword)
      case .teardown(_, let keyword): reportStray("teardown", at: keyword)
      default: continue
      }
    }
    check(statements, isTopLevel: true)
  }

  private mutating func reportStray(_ word: String, at range: SourceRange) {
    report(.structure(isShell ? .notInShell(word) : .noTests(word)), at: range)
  }

  /// The top level first, for it runs before every test wherever it stands.
  private mutating func checkTestFile(_ statements: [Statement]) {
    var setup: SourceRange?
    var teardown: SourceRange?
    var names: [String: SourceRange] = [:]
    for statement in statements {
      switch statement {
      case .parameter, .binding: check(statement, isTopLevel: true)
      case .setup(_, let keyword): checkFirst("setup", at: keyword, &setup)
      case .teardown(_, let keyword): checkFirst("teardown", at: keyword, &teardown)
      case .test(let test):
        guard let name = test.name.constantValue?.textValue else { continue }
        if let place = names[name] {
          report(.structure(.repeatedTestName(name, at: place)), at: test.name.range)
        }
        names[name] = names[name] ?? test.name.range
      case .invalid: break
      case .expression, .assignment, .conditional, .forLoop, .whileLoop, .repeatLoop, .breakLoop,
        .continueLoop, .expectation, .log:
        report(.structure(.statementBesideTests), at: statement.range)
      }
    }
    for statement in statements {
      switch statement {
      case .setup(let block, _), .teardown(let block, _): check(block)
      case .test(let test):
        check(test.name)
        if let timeout = test.timeout { checkDuration(timeout) }
        check(test.body)
      case .expression, .parameter, .binding, .assignment, .conditional, .forLoop, .whileLoop,
        .repeatLoop, .breakLoop, .continueLoop, .expectation, .log, .invalid:
        break
      }
    }
  }

  private mutating func checkFirst(
    _ word: String, at range: SourceRange, _ first: inout SourceRange?
  ) {
    if let first {
      report(.structure(.repeatedBlock(word, at: first)), at: range)
    } else {
      first = range
    }
  }
}

extension Script {
  /// Whether it is a file of tests.
  var hasTests: Bool {
    statements.contains { statement in
      if case .test = statement { return true }
      return false
    }
  }
}
