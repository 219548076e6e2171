/// Arithmetic of the loop: whole numbers in place, everything else and every failure apart.
extension Machine {
  @inline(__always)
  static func add(
    _ word: Instruction, _ registers: inout MutableSpan<Value>
  ) throws(RuntimeFailure) {
    if case .integer(let left) = registers[Int(word.b)],
      case .integer(let right) = registers[Int(word.c)],
      case let (sum, isOverflow) = left.addingReportingOverflow(right), !isOverflow
    {
      registers[Int(word.a)] = .integer(sum)
    } else {
      try compute(.add, word, &registers)
    }
  }

  @inline(__always)
  static func addImmediate(
    _ word: Instruction, _ registers: inout MutableSpan<Value>
  ) throws(RuntimeFailure) {
    if case .integer(let left) = registers[Int(word.b)],
      case let (sum, isOverflow) = left.addingReportingOverflow(word.small), !isOverflow
    {
      registers[Int(word.a)] = .integer(sum)
    } else {
      try computeImmediate(.add, word, &registers)
    }
  }

  @inline(__always)
  static func subtract(
    _ word: Instruction, _ registers: inout MutableSpan<Value>
  ) throws(RuntimeFailure) {
    if case .integer(let left) = registers[Int(word.b)],
      case .integer(let right) = registers[Int(word.c)],
      case let (rest, isOverflow) = left.subtractingReportingOverflow(right), !isOverflow
    {
      registers[Int(word.a)] = .integer(rest)
    } else {
      try compute(.subtract, word, &registers)
    }
  }

  @inline(__always)
  static func subtractImmediate(
    _ word: Instruction, _ registers: inout MutableSpan<Value>
  ) throws(RuntimeFailure) {
    if case .integer(let left) = registers[Int(word.b)],
      case let (rest, isOverflow) = left.subtractingReportingOverflow(word.small), !isOverflow
    {
      registers[Int(word.a)] = .integer(rest)
    } else {
      try computeImmediate(.subtract, word, &registers)
    }
  }

  @inline(__always)
  static func multiply(
    _ word: Instruction, _ registers: inout MutableSpan<Value>
  ) throws(RuntimeFailure) {
    if case .integer(let left) = registers[Int(word.b)],
      case .integer(let right) = registers[Int(word.c)],
      case let (product, isOverflow) = left.multipliedReportingOverflow(by: right), !isOverflow
    {
      registers[Int(word.a)] = .integer(product)
    } else {
      try compute(.multiply, word, &registers)
    }
  }

  @inline(__always)
  static func multiplyImmediate(
    _ word: Instruction, _ registers: inout MutableSpan<Value>
  ) throws(RuntimeFailure) {
    if case .integer(let left) = registers[Int(word.b)],
      case let (product, isOverflow) = left.multipliedReportingOverflow(by: word.small),
      !isOverflow
    {
      registers[Int(word.a)] = .integer(product)
    } else {
      try computeImmediate(.multiply, word, &registers)
    }
  }

  @inline(never)
  private static func compute(
    _ operation: ArithmeticOperator, _ word: Instruction, _ registers: inout MutableSpan<Value>
  ) throws(RuntimeFailure) {
    registers[Int(word.a)] = try operation.apply(
      registers[Int(word.b)], registers[Int(word.c)])
  }

  @inline(never)
  private static func computeImmediate(
    _ operation: ArithmeticOperator, _ word: Instruction, _ registers: inout MutableSpan<Value>
  ) throws(RuntimeFailure) {
    registers[Int(word.a)] = try operation.apply(registers[Int(word.b)], .integer(word.small))
  }
}
