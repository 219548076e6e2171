import FlowDiagnostics
import FlowSyntax

extension Compiler {
  /// `expect` and `check`: a condition whose parts' values are kept for the failure message.
  mutating func compileExpectation(_ expectation: Expectation) {
    let range = expectation.range
    builder.suspend(.beginStatement, at: range)
    var site = ExpectationSite(
      role: .expectation(expectation.kind), timing: .now, condition: expectation.condition.range,
      parts: [], reason: nil)
    site.reason = expectation.reason.map { compile($0) }
    switch expectation.timing {
    case .now:
      let fails = builder.makeLabel()
      let end = builder.makeLabel()
      let site = compileCondition(
        expectation.condition, site: site, when: false, to: fails)
      builder.branch(.jump, to: end, at: range)
      builder.bind(fails)
      builder.suspend(.failExpectation(site), at: expectation.condition.range)
      builder.bind(end)
    case .within(let limit):
      let register = compileDuration(limit)
      site.timing = .within(register)
      compileAwaited(
        expectation.condition, site: site, limit: register, interval: nil,
        at: expectation.condition.range)
    case .throughout(let limit):
      let register = compileDuration(limit)
      site.timing = .throughout(register)
      compileLasting(
        expectation.condition, site: site, limit: register, at: expectation.condition.range)
    }
    builder.suspend(.endStatement(value: nil), at: range)
  }

  /// A condition that keeps its parts; answers the site with the parts' registers.
  mutating func compileCondition(
    _ condition: Expression, site: ExpectationSite, when expected: Bool,
    to label: CodeBuilder.Label
  ) -> ExpectationSite {
    var site = site
    var parts = ConditionParts()
    parts.collect(condition)
    let computed = parts.expressions.filter { register(ofVariable: $0) == nil }
    let first = allocate(computed.count, at: condition.range)
    for (offset, expression) in computed.enumerated() {
      partRegisters[expression.range] = first + Register(offset)
    }
    if !computed.isEmpty {
      builder.emit(
        Instruction(.clear, a: first, wide: UInt32(computed.count)), at: condition.range)
    }
    for expression in parts.expressions {
      guard let register = register(ofVariable: expression) ?? partRegisters[expression.range]
      else { continue }
      site.parts.append(ExpectationSite.Part(range: expression.range, register: register))
    }
    branch(condition, when: expected, to: label)
    for expression in computed { partRegisters[expression.range] = nil }
    return site
  }

  private func register(ofVariable expression: Expression) -> Register? {
    guard case .name(let identifier) = expression else { return nil }
    return register(of: identifier.name)
  }
}

/// Finds the parts of a condition that are worth showing when it fails.
struct ConditionParts {
  /// More would not be read.
  private static let limit = 32
  private(set) var expressions: [Expression] = []

  /// Goes through what joins conditions, down to comparisons and single tests.
  mutating func collect(_ condition: Expression) {
    switch condition {
    case .parenthesized(let inner, _): collect(inner)
    case .unary(let unary):
      unary.operator == .not ? collect(unary.operand) : add(condition)
    case .binary(let binary):
      switch binary.operator {
      case .and, .or:
        collect(binary.left)
        collect(binary.right)
      case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .contains,
        .startsWith, .endsWith, .matches, .in, .notIn:
        add(binary.left)
        add(binary.right)
      case .coalesce, .add, .subtract, .multiply, .divide, .remainder:
        add(condition)
      }
    case .name, .field, .index, .call, .stateTest, .wait, .command: add(condition)
    case .literal, .text, .list, .map, .invalid: break
    }
  }

  /// Adds an operand, and the operands of its arithmetic.
  private mutating func add(_ operand: Expression) {
    guard expressions.count < Self.limit else { return }
    switch operand {
    case .parenthesized(let inner, _): add(inner)
    case .literal, .invalid: break
    case .text, .list, .map, .unary:
      if operand.constantValue == nil { expressions.append(operand) }
    case .binary(let binary):
      expressions.append(operand)
      add(binary.left)
      add(binary.right)
    case .name, .field, .index, .call, .stateTest, .command, .wait:
      expressions.append(operand)
    }
  }
}
