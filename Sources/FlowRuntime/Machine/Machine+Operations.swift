/// What the loop does not do in place; free of the machine, for the loop holds its registers.
extension Machine {
  /// The next element of a list that a `for` runs over; false after the last.
  @inline(never)
  static func nextElement(
    _ instruction: Instruction, _ registers: inout MutableSpan<Value>
  ) -> Bool {
    guard case .integer(let index) = registers[Int(instruction.c)],
      let list = registers[Int(instruction.b)].listValue, index < list.count
    else { return false }
    registers[Int(instruction.a)] = list[index]
    registers[Int(instruction.c)] = .integer(index + 1)
    return true
  }

  /// Everything that computes a value and is not frequent.
  ///
  /// - Parameter constant: what the instruction's second word refers to, null where it has none.
  @inline(never)
  static func execute(
    _ instruction: Instruction, constant: Value, _ registers: inout MutableSpan<Value>
  ) throws(RuntimeFailure) {
    let target = Int(instruction.a)
    switch instruction.opcode {
    case .clear:
      for register in target..<(target + instruction.wide) { registers[register] = .unset }
    case .makeList:
      registers[target] = try bounded(.list(values(of: instruction, in: registers)))
    case .appendList:
      registers[target] = try ArithmeticOperator.add.apply(
        registers[target], registers[Int(instruction.b)])
    case .makeText:
      registers[target] = try joined(values(of: instruction, in: registers))
    case .makeMap:
      let names = constant.listValue ?? []
      let members = zip(names, values(of: instruction, in: registers)).map {
        (name: $0.displayText, value: $1)
      }
      registers[target] = try bounded(.map(MapValue(members: members)))
    case .field:
      let base = registers[Int(instruction.b)]
      let name = constant.displayText
      registers[target] =
        instruction.c == 1 ? try base.optionalField(name) : try base.field(name)
    case .call:
      registers[target] = try PureFunction.all[Int(instruction.c)].call(
        from: Int(instruction.b), in: registers)
    default:
      registers[target] = try operate(
        instruction.opcode, registers[Int(instruction.b)], registers[Int(instruction.c)])
    }
  }

  private static func values(
    of instruction: Instruction, in registers: borrowing MutableSpan<Value>
  ) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(Int(instruction.c))
    for register in Int(instruction.b)..<Int(instruction.b) + Int(instruction.c) {
      values.append(registers[register])
    }
    return values
  }

  /// A new list or map, unless it nests too deeply.
  private static func bounded(_ value: Value) throws(RuntimeFailure) -> Value {
    if case .reference(let reference) = value, reference.nesting > Value.nestingLimit {
      throw RuntimeProblem.tooDeep.failure
    }
    return value
  }

  private static func joined(_ parts: [Value]) throws(RuntimeFailure) -> Value {
    var text = ""
    for part in parts {
      text += part.displayText
      if text.utf8.count > ArithmeticOperator.lengthLimit {
        throw RuntimeProblem.tooLong.failure
      }
    }
    return .text(text)
  }

  /// A value of one or two others; `right` means nothing where there is one.
  private static func operate(
    _ opcode: Opcode, _ left: Value, _ right: Value
  ) throws(RuntimeFailure) -> Value {
    switch opcode {
    case .divide: return try ArithmeticOperator.divide.apply(left, right)
    case .remainder: return try ArithmeticOperator.remainder.apply(left, right)
    case .equal: return .boolean(left.isEqual(to: right))
    case .notEqual: return .boolean(!left.isEqual(to: right))
    case .less: return .boolean(try left.order(to: right) == .less)
    case .lessOrEqual: return .boolean(try left.order(to: right) != .greater)
    case .greater: return .boolean(try left.order(to: right) == .greater)
    case .greaterOrEqual: return .boolean(try left.order(to: right) != .less)
    case .contains: return .boolean(try left.contains(right))
    case .isIn: return .boolean(try right.contains(left))
    case .isNotIn: return .boolean(try !right.contains(left))
    case .startsWith: return .boolean(try left.starts(with: right))
    case .endsWith: return .boolean(try left.ends(with: right))
    case .matches: return .boolean(try left.matches(right))
    case .not: return .boolean(try !condition(left))
    case .negate: return try left.negated()
    case .element: return try left.element(at: right)
    case .iterated: return try left.iterated()
    case .turns: return try left.turns()
    case .duration: return try left.nonnegativeDuration()
    case .interval: return try left.interval()
    default: preconditionFailure("\(opcode) computes nothing")
    }
  }
}
