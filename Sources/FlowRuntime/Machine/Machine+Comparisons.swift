/// Conditions of the loop: whole numbers in place, everything else and every failure apart.
extension Machine {
  @inline(__always)
  static func condition(_ value: Value) throws(RuntimeFailure) -> Bool {
    guard case .boolean(let flag) = value else { throw RuntimeProblem.notBoolean(value).failure }
    return flag
  }

  /// Whether the relation of a compare-and-branch between two registers holds.
  @inline(__always)
  static func compare(
    _ word: Instruction, _ registers: inout MutableSpan<Value>
  ) throws(RuntimeFailure) -> Bool {
    if case .integer(let left) = registers[Int(word.a)],
      case .integer(let right) = registers[Int(word.b)]
    {
      return holds(word.opcode, left, right)
    }
    return try compare(word.opcode, registers[Int(word.a)], registers[Int(word.b)])
  }

  /// Whether the relation of a compare-and-branch between a register and a number holds.
  @inline(__always)
  static func compareImmediate(
    _ word: Instruction, _ registers: inout MutableSpan<Value>
  ) throws(RuntimeFailure) -> Bool {
    if case .integer(let left) = registers[Int(word.a)] {
      return holds(word.opcode, left, word.immediate)
    }
    return try compare(word.opcode, registers[Int(word.a)], .integer(word.immediate))
  }

  @inline(__always)
  private static func holds(_ opcode: Opcode, _ left: Int, _ right: Int) -> Bool {
    switch opcode {
    case .branchUnlessLess, .branchUnlessLessImmediate: left < right
    case .branchUnlessLessOrEqual, .branchUnlessLessOrEqualImmediate: left <= right
    case .branchUnlessGreater, .branchUnlessGreaterImmediate: left > right
    case .branchUnlessGreaterOrEqual, .branchUnlessGreaterOrEqualImmediate: left >= right
    case .branchUnlessEqual, .branchUnlessEqualImmediate: left == right
    default: left != right
    }
  }

  @inline(never)
  private static func compare(
    _ opcode: Opcode, _ left: Value, _ right: Value
  ) throws(RuntimeFailure) -> Bool {
    switch opcode {
    case .branchUnlessEqual, .branchUnlessEqualImmediate: return left.isEqual(to: right)
    case .branchUnlessNotEqual, .branchUnlessNotEqualImmediate: return !left.isEqual(to: right)
    case .branchUnlessLess, .branchUnlessLessImmediate:
      return try left.order(to: right) == .less
    case .branchUnlessLessOrEqual, .branchUnlessLessOrEqualImmediate:
      return try left.order(to: right) != .greater
    case .branchUnlessGreater, .branchUnlessGreaterImmediate:
      return try left.order(to: right) == .greater
    case .branchUnlessGreaterOrEqual, .branchUnlessGreaterOrEqualImmediate:
      return try left.order(to: right) != .less
    default: preconditionFailure("\(opcode) compares nothing")
    }
  }
}
