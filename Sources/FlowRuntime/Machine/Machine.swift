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
  package var parameters: [Value?]
  package var programCounter = 0

  package init(code: Code) {
    self.code = code
    self.registers = Array(repeating: .null, count: code.registerCount)
    self.parameters = Array(repeating: nil, count: code.parameters.count)
  }

  /// Takes further code whose registers continue the present ones.
  package mutating func load(_ code: Code) {
    self.code = code
    parameters = Array(repeating: nil, count: code.parameters.count)
    let missing = code.registerCount - registers.count
    if missing > 0 { registers += Array(repeating: .null, count: missing) }
  }

  /// Runs from the program counter on.
  ///
  /// - Parameter fuel: how many turns of loops it may take, where what reads whole texts and lists
  ///   costs a turn for each byte or element; what is left comes back, less than nothing perhaps.
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

  /// The loop: one case an instruction; what is frequent is inlined, the rest stands apart.
  private static func run(
    _ code: Code, _ values: inout [Value], parameters: [Value?],
    from counter: inout Int, fuel: inout Int
  ) throws(RuntimeFailure) -> Stop {
    let instructions = code.instructions.span
    var registers = values.mutableSpan
    var pc = counter
    var turns = fuel
    defer { (counter, fuel) = (pc, turns) }
    while true {
      let word = instructions[pc]
      pc += 1
      switch word.opcode {
      case .loadConstant: registers[Int(word.a)] = code.constants[word.wide]
      case .move: registers[Int(word.a)] = registers[Int(word.b)]
      case .add: try add(word, &registers)
      case .addImmediate: try addImmediate(word, &registers)
      case .subtract: try subtract(word, &registers)
      case .subtractImmediate: try subtractImmediate(word, &registers)
      case .multiply: try multiply(word, &registers)
      case .multiplyImmediate: try multiplyImmediate(word, &registers)

      case .jump: pc = word.wide
      case .loop:
        pc = word.wide
        turns -= 1
        if turns <= 0 { return .outOfFuel }
      case .branchIfTrue: if try condition(registers[Int(word.a)]) { pc = word.wide }
      case .branchIfFalse: if try !condition(registers[Int(word.a)]) { pc = word.wide }
      case .branchIfNotNull: if !registers[Int(word.a)].isNull { pc = word.wide }
      case .branchUnlessEqual, .branchUnlessNotEqual, .branchUnlessLess,
        .branchUnlessLessOrEqual, .branchUnlessGreater, .branchUnlessGreaterOrEqual:
        pc = try compare(word, &registers) ? pc + 1 : instructions[pc].wide
      case .branchUnlessEqualImmediate, .branchUnlessNotEqualImmediate,
        .branchUnlessLessImmediate, .branchUnlessLessOrEqualImmediate,
        .branchUnlessGreaterImmediate, .branchUnlessGreaterOrEqualImmediate:
        pc = try compareImmediate(word, &registers) ? pc + 1 : instructions[pc].wide
      case .nextElement:
        pc = nextElement(word, &registers) ? pc + 1 : instructions[pc].wide
      case .parameter:
        if let value = parameters[word.wide] {
          registers[Int(word.a)] = value
          pc += 1
        } else {
          pc = instructions[pc].wide
        }

      case .field, .makeMap:
        try execute(word, constant: code.constants[instructions[pc].wide], &registers)
        pc += 1
      case .divide, .remainder, .clear, .negate, .equal, .notEqual, .less, .lessOrEqual, .greater,
        .greaterOrEqual, .startsWith, .endsWith, .not, .makeList, .appendList, .element, .iterated,
        .turns, .duration, .interval:
        try execute(word, constant: .null, &registers)
      case .contains, .isIn, .isNotIn, .matches:
        turns -= size(word.b, registers) + size(word.c, registers)
        try execute(word, constant: .null, &registers)
      case .makeText:
        try execute(word, constant: .null, &registers)
        turns -= size(word.a, registers)
      case .call:
        turns -= size(ofArguments: word, registers)
        try execute(word, constant: .null, &registers)
        turns -= size(word.a, registers)

      case .suspend: return .suspended(code.suspensions[word.wide])
      case .finish: return .finished(word.wide == 1 ? registers[Int(word.a)] : nil)
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
