/// The register machine: runs compiled code until it must wait, synchronously.
///
/// A value of its own: the registers live on between runs, so tests, setup and teardown of a file
/// share the variables of its top level.
package struct Machine {
  /// Why the loop stopped.
  package enum Stop {
    /// The entry point is done; its value where it has one.
    case finished(Value?)
    case outOfFuel
    /// The instruction before `programCounter` failed.
    case failed(RuntimeFailure)
    /// The outer loop is to do this, and to run the machine again.
    case suspended(Suspension)
  }

  package private(set) var code: Code
  package var registers: [Value]
  /// The values of the parameters that were given, by number.
  package var parameters: [Value?] = []
  package var programCounter = 0

  package init(code: Code) {
    self.code = code
    self.registers = Array(repeating: .null, count: code.registerCount)
  }

  /// Takes further code whose registers continue the present ones.
  package mutating func load(_ code: Code) {
    self.code = code
    let missing = code.registerCount - registers.count
    if missing > 0 { registers += Array(repeating: .null, count: missing) }
  }

  /// Runs from the program counter on.
  ///
  /// - Parameter fuel: how many turns of loops it may take; what is left comes back.
  package mutating func run(fuel: inout Int) -> Stop {
    var counter = programCounter
    defer { programCounter = counter }
    do throws(RuntimeFailure) {
      return try Self.run(
        code, &registers, parameters: parameters, from: &counter, fuel: &fuel)
    } catch {
      return .failed(error)
    }
  }

  /// Runs until something stops it; the frequent is done in place, the rest in functions.
  private static func run(
    _ code: Code, _ values: inout [Value], parameters: [Value?],
    from counter: inout Int, fuel: inout Int
  ) throws(RuntimeFailure) -> Stop {
    let instructions = code.instructions.span
    var registers = values.mutableSpan
    var pc = counter
    var turns = fuel
    defer {
      counter = pc
      fuel = turns
    }
    while true {
      let instruction = instructions[pc]
      pc += 1
      switch instruction.opcode {
      case .loadConstant:
        registers[Int(instruction.a)] = code.constants[instruction.wide]
      case .move:
        registers[Int(instruction.a)] = registers[Int(instruction.b)]

      case .add:
        if case .integer(let left) = registers[Int(instruction.b)],
          case .integer(let right) = registers[Int(instruction.c)],
          case let (sum, isOverflow) = left.addingReportingOverflow(right), !isOverflow
        {
          registers[Int(instruction.a)] = .integer(sum)
        } else {
          try Self.compute(.add, instruction, &registers)
        }
      case .addImmediate:
        if case .integer(let left) = registers[Int(instruction.b)],
          case let (sum, isOverflow) = left.addingReportingOverflow(instruction.small), !isOverflow
        {
          registers[Int(instruction.a)] = .integer(sum)
        } else {
          try Self.computeImmediate(.add, instruction, &registers)
        }
      case .subtract:
        if case .integer(let left) = registers[Int(instruction.b)],
          case .integer(let right) = registers[Int(instruction.c)],
          case let (sum, isOverflow) = left.subtractingReportingOverflow(right), !isOverflow
        {
          registers[Int(instruction.a)] = .integer(sum)
        } else {
          try Self.compute(.subtract, instruction, &registers)
        }
      case .subtractImmediate:
        if case .integer(let left) = registers[Int(instruction.b)],
          case let (sum, isOverflow) = left.subtractingReportingOverflow(instruction.small),
          !isOverflow
        {
          registers[Int(instruction.a)] = .integer(sum)
        } else {
          try Self.computeImmediate(.subtract, instruction, &registers)
        }
      case .multiply:
        if case .integer(let left) = registers[Int(instruction.b)],
          case .integer(let right) = registers[Int(instruction.c)],
          case let (sum, isOverflow) = left.multipliedReportingOverflow(by: right), !isOverflow
        {
          registers[Int(instruction.a)] = .integer(sum)
        } else {
          try Self.compute(.multiply, instruction, &registers)
        }
      case .multiplyImmediate:
        if case .integer(let left) = registers[Int(instruction.b)],
          case let (sum, isOverflow) = left.multipliedReportingOverflow(by: instruction.small),
          !isOverflow
        {
          registers[Int(instruction.a)] = .integer(sum)
        } else {
          try Self.computeImmediate(.multiply, instruction, &registers)
        }
      case .divide: try Self.compute(.divide, instruction, &registers)
      case .remainder: try Self.compute(.remainder, instruction, &registers)

      case .jump:
        pc = instruction.wide
      case .loop:
        pc = instruction.wide
        turns -= 1
        if turns <= 0 { return .outOfFuel }
      case .branchIfTrue:
        if try Self.condition(registers[Int(instruction.a)]) { pc = instruction.wide }
      case .branchIfFalse:
        if try !Self.condition(registers[Int(instruction.a)]) { pc = instruction.wide }
      case .branchIfNotNull:
        if case .null = registers[Int(instruction.a)] { break }
        pc = instruction.wide

      case .branchUnlessLess:
        if case .integer(let left) = registers[Int(instruction.a)],
          case .integer(let right) = registers[Int(instruction.b)]
        {
          pc = left < right ? pc + 1 : instructions[pc].wide
        } else {
          let holds = try Self.compare(instruction, &registers)
          pc = holds ? pc + 1 : instructions[pc].wide
        }
      case .branchUnlessLessImmediate:
        if case .integer(let left) = registers[Int(instruction.a)] {
          pc = left < instruction.immediate ? pc + 1 : instructions[pc].wide
        } else {
          let holds = try Self.compare(instruction, &registers)
          pc = holds ? pc + 1 : instructions[pc].wide
        }
      case .branchUnlessEqual, .branchUnlessNotEqual, .branchUnlessLessOrEqual,
        .branchUnlessGreater, .branchUnlessGreaterOrEqual,
        .branchUnlessEqualImmediate, .branchUnlessNotEqualImmediate,
        .branchUnlessLessOrEqualImmediate,
        .branchUnlessGreaterImmediate, .branchUnlessGreaterOrEqualImmediate:
        let holds = try Self.compare(instruction, &registers)
        pc = holds ? pc + 1 : instructions[pc].wide
      case .nextElement:
        let hasElement = Self.nextElement(instruction, &registers)
        pc = hasElement ? pc + 1 : instructions[pc].wide
      case .parameter:
        if let value = parameters.indices.contains(instruction.wide)
          ? parameters[instruction.wide] : nil
        {
          registers[Int(instruction.a)] = value
          pc += 1
        } else {
          pc = instructions[pc].wide
        }

      case .field, .makeMap:
        try Self.execute(
          instruction, constant: code.constants[instructions[pc].wide], &registers)
        pc += 1
      case .clear, .negate, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual,
        .contains, .startsWith, .endsWith, .matches, .isIn, .isNotIn, .not, .makeList,
        .appendList, .makeText, .element, .iterated, .turns, .duration, .call:
        try Self.execute(instruction, constant: .null, &registers)

      case .suspend:
        return .suspended(code.suspensions[instruction.wide])
      case .finish:
        return .finished(instruction.wide == 1 ? registers[Int(instruction.a)] : nil)
      }
    }
  }
}

extension Machine {
  /// A machine at the beginning of a script that is one test.
  package init(running program: Program) {
    self.init(code: program.code)
    programCounter = program.entryPoints.tests.first?.body ?? 0
  }
}
