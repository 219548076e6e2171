import FlowDiagnostics
import FlowSyntax

extension Compiler {
  /// A binary operation as a value.
  mutating func compileBinary(_ binary: BinaryOperation, into target: Register) {
    switch binary.operator {
    case .and, .or: compileTruth(binary, into: target)
    case .coalesce: compileCoalesce(binary, into: target)
    case .add: compileArithmetic(binary, .add, immediate: .addImmediate, into: target)
    case .subtract:
      compileArithmetic(binary, .subtract, immediate: .subtractImmediate, into: target)
    case .multiply:
      compileArithmetic(binary, .multiply, immediate: .multiplyImmediate, into: target)
    case .divide: compileArithmetic(binary, .divide, immediate: nil, into: target)
    case .remainder: compileArithmetic(binary, .remainder, immediate: nil, into: target)
    case .equal: compileArithmetic(binary, .equal, immediate: nil, into: target)
    case .notEqual: compileArithmetic(binary, .notEqual, immediate: nil, into: target)
    case .less: compileArithmetic(binary, .less, immediate: nil, into: target)
    case .lessOrEqual: compileArithmetic(binary, .lessOrEqual, immediate: nil, into: target)
    case .greater: compileArithmetic(binary, .greater, immediate: nil, into: target)
    case .greaterOrEqual: compileArithmetic(binary, .greaterOrEqual, immediate: nil, into: target)
    case .contains: compileArithmetic(binary, .contains, immediate: nil, into: target)
    case .startsWith: compileArithmetic(binary, .startsWith, immediate: nil, into: target)
    case .endsWith: compileArithmetic(binary, .endsWith, immediate: nil, into: target)
    case .matches: compileArithmetic(binary, .matches, immediate: nil, into: target)
    case .in: compileArithmetic(binary, .isIn, immediate: nil, into: target)
    case .notIn: compileArithmetic(binary, .isNotIn, immediate: nil, into: target)
    }
  }

  /// Both operands, then the operation; a small number on the right needs no register.
  private mutating func compileArithmetic(
    _ binary: BinaryOperation, _ opcode: Opcode, immediate: Opcode?, into target: Register
  ) {
    let left = compile(binary.left)
    if let immediate, let number = smallNumber(binary.right) {
      builder.emit(
        Instruction(immediate, a: target, b: left, c: UInt16(bitPattern: number)),
        at: binary.range)
      return
    }
    let right = compile(binary.right)
    builder.emit(Instruction(opcode, a: target, b: left, c: right), at: binary.range)
  }

  private func smallNumber(_ expression: Expression) -> Int16? {
    guard case .literal(let literal) = expression, case .integer(let number) = literal.value else {
      return nil
    }
    return Int16(exactly: number)
  }

  /// A logical operation as a value: its jumps, with `true` and `false` at their ends.
  private mutating func compileTruth(_ binary: BinaryOperation, into target: Register) {
    let isFalse = builder.makeLabel()
    let end = builder.makeLabel()
    branch(.binary(binary), when: false, to: isFalse)
    load(.boolean(true), into: target, at: binary.range)
    builder.branch(.jump, to: end, at: binary.range)
    builder.bind(isFalse)
    load(.boolean(false), into: target, at: binary.range)
    builder.bind(end)
  }

  /// `a ?? b`; the target may be a variable that b reads, so it is set at the end.
  private mutating func compileCoalesce(_ binary: BinaryOperation, into target: Register) {
    let end = builder.makeLabel()
    let value = allocate(at: binary.range)
    compile(binary.left, into: value)
    builder.branch(.branchIfNotNull, a: value, to: end, at: binary.left.range)
    compile(binary.right, into: value)
    builder.bind(end)
    move(value, to: target, at: binary.range)
  }

  // MARK: Conditions

  /// Compiles a condition: goes to a label where it comes out as expected, else goes on.
  mutating func branch(
    _ condition: Expression, when expected: Bool, to label: CodeBuilder.Label
  ) {
    if partRegisters[condition.range] == nil {
      switch condition {
      case .parenthesized(let inner, _):
        branch(inner, when: expected, to: label)
        return
      case .unary(let unary) where unary.operator == .not:
        branch(unary.operand, when: !expected, to: label)
        return
      case .binary(let binary):
        if branch(binary, when: expected, to: label) { return }
      case .literal, .text, .name, .list, .map, .unary, .field, .index, .call, .stateTest,
        .command, .wait, .invalid:
        break
      }
    }
    let mark = nextRegister
    let value = compile(condition)
    builder.branch(
      expected ? .branchIfTrue : .branchIfFalse, a: value, to: label, at: condition.range)
    release(to: mark)
  }

  /// Does so where the operation has jumps of its own; false where it is a value like others.
  private mutating func branch(
    _ binary: BinaryOperation, when expected: Bool, to label: CodeBuilder.Label
  ) -> Bool {
    switch (binary.operator, expected) {
    case (.and, false), (.or, true):
      branch(binary.left, when: expected, to: label)
      branch(binary.right, when: expected, to: label)
      return true
    case (.and, true), (.or, false):
      let skip = builder.makeLabel()
      branch(binary.left, when: !expected, to: skip)
      branch(binary.right, when: expected, to: label)
      builder.bind(skip)
      return true
    default:
      guard let relation = Relation(binary.operator) else { return false }
      compare(binary, expected ? relation.negated : relation, otherwiseTo: label)
      return true
    }
  }

  private mutating func compare(
    _ binary: BinaryOperation, _ relation: Relation, otherwiseTo label: CodeBuilder.Label
  ) {
    let mark = nextRegister
    let left = compile(binary.left)
    if case .literal(let literal) = binary.right, case .integer(let number) = literal.value,
      let immediate = Int32(exactly: number)
    {
      builder.branch(
        Instruction(relation.immediate, a: left, wide: UInt32(bitPattern: immediate)),
        otherwiseTo: label, at: binary.range)
    } else {
      let right = compile(binary.right)
      builder.branch(
        Instruction(relation.opcode, a: left, b: right), otherwiseTo: label, at: binary.range)
    }
    release(to: mark)
  }
}

/// A comparison that the machine can branch on.
private enum Relation {
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual

  init?(_ binary: BinaryOperator) {
    switch binary {
    case .equal: self = .equal
    case .notEqual: self = .notEqual
    case .less: self = .less
    case .lessOrEqual: self = .lessOrEqual
    case .greater: self = .greater
    case .greaterOrEqual: self = .greaterOrEqual
    case .or, .and, .contains, .startsWith, .endsWith, .matches, .in, .notIn, .coalesce, .add,
      .subtract, .multiply, .divide, .remainder:
      return nil
    }
  }

  /// Holds exactly where this one does not: no value is unordered with itself.
  var negated: Relation {
    switch self {
    case .equal: .notEqual
    case .notEqual: .equal
    case .less: .greaterOrEqual
    case .lessOrEqual: .greater
    case .greater: .lessOrEqual
    case .greaterOrEqual: .less
    }
  }

  var opcode: Opcode {
    switch self {
    case .equal: .branchUnlessEqual
    case .notEqual: .branchUnlessNotEqual
    case .less: .branchUnlessLess
    case .lessOrEqual: .branchUnlessLessOrEqual
    case .greater: .branchUnlessGreater
    case .greaterOrEqual: .branchUnlessGreaterOrEqual
    }
  }

  var immediate: Opcode {
    switch self {
    case .equal: .branchUnlessEqualImmediate
    case .notEqual: .branchUnlessNotEqualImmediate
    case .less: .branchUnlessLessImmediate
    case .lessOrEqual: .branchUnlessLessOrEqualImmediate
    case .greater: .branchUnlessGreaterImmediate
    case .greaterOrEqual: .branchUnlessGreaterOrEqualImmediate
    }
  }
}
