import FlowDiagnostics
import FlowSyntax

extension Compiler {
  /// A wait; only one for a record has a value.
  mutating func compileWait(_ wait: WaitExpression, into target: Register) {
    switch wait.condition {
    case .duration(let duration):
      let register = compileDuration(duration)
      builder.suspend(.sleep(register), at: wait.range)
    case .state(let state, let subject):
      let register = subject.map { compile($0) }
      let limit = wait.within.map { compileDuration($0) }
      builder.suspend(.waitForState(state, target: register, limit: limit), at: wait.range)
    case .until(let condition):
      let limit = wait.within.map { compileDuration($0) }
      let interval = wait.every.map { compileDuration($0, as: .interval) }
      let site = ExpectationSite(
        role: .wait, timing: .within(limit), condition: condition.range, parts: [], reason: nil)
      compileAwaited(
        condition, site: site, limit: limit, interval: interval, at: wait.range)
    case .record(let call, let condition):
      compileRecordWait(wait, of: call, where: condition, into: target)
      return
    case .invalid:
      break
    }
    load(.null, into: target, at: wait.range)
  }

  /// An operand that must be a duration, or with `.interval` one of more than 0.
  mutating func compileDuration(
    _ expression: Expression, as opcode: Opcode = .duration
  ) -> Register {
    let register = allocate(at: expression.range)
    let value = compile(expression)
    builder.emit(Instruction(opcode, a: register, b: value), at: expression.range)
    return register
  }

  /// A condition that is to become true in time, looked at with every sample.
  ///
  /// It is compiled in place as a loop, so that what it asks of the PBX stops the machine like
  /// everything else.
  mutating func compileAwaited(
    _ condition: Expression, site: ExpectationSite, limit: Register?, interval: Register?,
    at range: SourceRange
  ) {
    let again = builder.makeLabel()
    let isOver = builder.makeLabel()
    let holds = builder.makeLabel()
    let end = builder.makeLabel()
    builder.suspend(.beginWaiting(limit: limit, interval: interval), at: range)
    builder.bind(again)
    awaitedStates = condition.statesToCome
    let site = compileCondition(condition, site: site, when: true, to: holds)
    awaitedStates = []
    compileNextSample(again: again, otherwiseTo: isOver, at: range)
    builder.bind(isOver)
    builder.suspend(.failExpectation(site), at: range)
    builder.branch(.jump, to: end, at: range)
    builder.bind(holds)
    builder.suspend(.endWaiting, at: range)
    builder.bind(end)
  }

  /// A condition that is to stay true for a time, looked at with every sample.
  mutating func compileLasting(
    _ condition: Expression, site: ExpectationSite, limit: Register, at range: SourceRange
  ) {
    let again = builder.makeLabel()
    let isOver = builder.makeLabel()
    let fails = builder.makeLabel()
    let end = builder.makeLabel()
    builder.suspend(.beginWaiting(limit: limit, interval: nil), at: range)
    builder.bind(again)
    let site = compileCondition(condition, site: site, when: false, to: fails)
    compileNextSample(again: again, otherwiseTo: isOver, at: range)
    builder.bind(fails)
    builder.suspend(.failExpectation(site), at: range)
    builder.branch(.jump, to: end, at: range)
    builder.bind(isOver)
    builder.suspend(.endWaiting, at: range)
    builder.bind(end)
  }

  private mutating func compileNextSample(
    again: CodeBuilder.Label, otherwiseTo isOver: CodeBuilder.Label, at range: SourceRange
  ) {
    let mark = nextRegister
    let hasSample = allocate(at: range)
    builder.suspend(.nextSample(into: hasSample), at: range)
    builder.branch(.branchIfFalse, a: hasSample, to: isOver, at: range)
    builder.branch(.loop, to: again, at: range)
    release(to: mark)
  }

  private mutating func compileRecordWait(
    _ wait: WaitExpression, of call: Expression?, where condition: Expression?,
    into target: Register
  ) {
    let range = wait.range
    let callRegister = call.map { compile($0) }
    let limit = wait.within.map { compileDuration($0) }
    builder.suspend(.beginRecordWait(call: callRegister, limit: limit), at: range)
    let record = allocate(at: range)
    let again = builder.makeLabel()
    builder.bind(again)
    builder.suspend(.nextRecord(into: record), at: range)
    if let condition {
      let matches = builder.makeLabel()
      scopes.append(["it": record])
      branch(condition, when: true, to: matches)
      scopes.removeLast()
      builder.branch(.loop, to: again, at: range)
      builder.bind(matches)
    }
    builder.suspend(.takeRecord, at: range)
    move(record, to: target, at: range)
  }
}

extension Expression {
  /// The states that make a condition true when they come: what is denied, compared or passed on
  /// is asked for as it is.
  fileprivate var statesToCome: Set<SourceRange> {
    switch self {
    case .parenthesized(let inner, _): return inner.statesToCome
    case .stateTest(let test): return test.isNegated ? [] : [test.range]
    case .binary(let binary):
      switch binary.operator {
      case .and, .or: return binary.left.statesToCome.union(binary.right.statesToCome)
      case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .contains,
        .startsWith, .endsWith, .matches, .in, .notIn, .coalesce, .add, .subtract, .multiply,
        .divide, .remainder:
        return []
      }
    case .literal, .text, .list, .map, .name, .field, .index, .call, .unary, .command, .wait,
      .invalid:
      return []
    }
  }
}
