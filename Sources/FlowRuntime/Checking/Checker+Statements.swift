import FlowDiagnostics
import FlowSyntax

extension Checker {
  mutating func check(_ block: Block) {
    scoped(block.statements) { $0.check(block.statements, isTopLevel: false) }
  }

  /// Statements that run one after the other.
  mutating func check(_ statements: [Statement], isTopLevel: Bool) {
    var end: String?
    var previous: Statement?
    for statement in statements {
      if let word = end {
        report(.structure(.unreachable(after: word)), at: statement.range)
        end = nil
      }
      check(statement, isTopLevel: isTopLevel)
      checkHaste(statement, after: previous)
      switch statement {
      case .breakLoop: end = "break"
      case .continueLoop: end = "continue"
      case .expression, .parameter, .binding, .assignment, .conditional, .forLoop, .whileLoop,
        .repeatLoop, .test, .setup, .teardown, .expectation, .log, .invalid:
        break
      }
      previous = statement
    }
  }

  mutating func check(_ statement: Statement, isTopLevel: Bool) {
    switch statement {
    case .expression(let expression): check(expression)
    case .parameter(let parameter):
      if !isTopLevel { report(.structure(.notAtTopLevel("param")), at: parameter.range) }
      if let value = parameter.defaultValue { check(value) }
      declare(parameter.name)
    case .binding(let binding):
      check(binding.value)
      declare(binding.name)
    case .assignment(let assignment):
      check(assignment.value)
      checkAssigned(assignment.name)
    case .conditional(let conditional):
      for branch in conditional.branches {
        check(branch.condition)
        check(branch.body)
      }
      if let otherwise = conditional.otherwise { check(otherwise) }
    case .forLoop(let loop):
      check(loop.sequence)
      scoped([]) { checker in
        checker.declare(loop.variable)
        checker.checkLoopBody(loop.body)
      }
    case .whileLoop(let loop):
      check(loop.condition)
      checkLoopBody(loop.body)
    case .repeatLoop(let loop):
      check(loop.count)
      if let every = loop.every { checkInterval(every) }
      checkLoopBody(loop.body)
    case .breakLoop(let range):
      if loopDepth == 0 { report(.structure(.outsideLoop("break")), at: range) }
    case .continueLoop(let range):
      if loopDepth == 0 { report(.structure(.outsideLoop("continue")), at: range) }
    case .test(let test):
      if !isTopLevel { report(.structure(.notAtTopLevel("test")), at: test.keywordRange) }
    case .setup(_, let keyword):
      if !isTopLevel { report(.structure(.notAtTopLevel("setup")), at: keyword) }
    case .teardown(_, let keyword):
      if !isTopLevel { report(.structure(.notAtTopLevel("teardown")), at: keyword) }
    case .expectation(let expectation): check(expectation)
    case .log(let log):
      for value in log.values { check(value) }
    case .invalid:
      break
    }
  }

  private mutating func checkLoopBody(_ body: Block) {
    loopDepth += 1
    check(body)
    loopDepth -= 1
  }

  private mutating func checkAssigned(_ identifier: Identifier) {
    let name = identifier.name
    if Self.reservedNames.contains(name) {
      report(.name(.reserved(name)), at: identifier.range)
    } else if !isDeclared(name) {
      if let place = upcomingDeclaration(of: name) {
        report(.name(.usedBeforeDeclared(name, at: place)), at: identifier.range)
      } else {
        let closest = closest(to: name) { checker in
          checker.visibleNames.filter { !Self.reservedNames.contains($0) }
        }
        report(.name(.assignedUndeclared(name, closest: closest)), at: identifier.range)
      }
    }
  }

  private mutating func check(_ expectation: Expectation) {
    check(expectation.condition)
    switch expectation.timing {
    case .now: break
    case .within(let limit), .throughout(let limit): checkDuration(limit)
    }
    if let reason = expectation.reason { check(reason) }
  }

  /// Warns where a state is asked for once, right after the command that should bring it.
  private mutating func checkHaste(_ statement: Statement, after previous: Statement?) {
    guard case .expectation(let expectation) = statement, case .now = expectation.timing,
      case .stateTest(let test) = expectation.condition.unwrapped, !test.isNegated,
      let command = previous?.command,
      library.commandTable[command.verb.name]?.isLab == false
    else { return }
    report(.structure(.hastyExpectation(test.state.rawValue)), at: expectation.condition.range)
  }
}

extension Statement {
  /// The command that it runs, alone or for a variable.
  fileprivate var command: CommandCall? {
    let value: Expression
    switch self {
    case .expression(let expression): value = expression
    case .binding(let binding): value = binding.value
    case .assignment(let assignment): value = assignment.value
    case .parameter, .conditional, .forLoop, .whileLoop, .repeatLoop, .breakLoop, .continueLoop,
      .test, .setup, .teardown, .expectation, .log, .invalid:
      return nil
    }
    guard case .command(let command) = value.unwrapped else { return nil }
    return command
  }
}
