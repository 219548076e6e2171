import FlowDiagnostics

/// Assembles code: appends instructions, finds the targets of jumps, shares constants.
struct CodeBuilder {
  /// A place in the code that may not be known yet.
  struct Label {
    fileprivate let number: Int
  }

  private(set) var code = Code()
  /// By label; nil until it is bound.
  private var targets: [Int?] = []
  /// The instructions that refer to labels.
  private var references: [(instruction: Int, label: Int)] = []
  private var integers: [Int: Int] = [:]
  private var texts: [String: Int] = [:]

  /// Where the next instruction will stand.
  var position: Int { code.instructions.count }

  mutating func emit(_ instruction: Instruction, at range: SourceRange) {
    code.instructions.append(instruction)
    code.ranges.append(range)
  }

  mutating func makeLabel() -> Label {
    targets.append(nil)
    return Label(number: targets.count - 1)
  }

  /// The label stands for the next instruction.
  mutating func bind(_ label: Label) {
    targets[label.number] = position
  }

  /// A jump, or a branch on register a.
  mutating func branch(
    _ opcode: Opcode, a: Register = 0, to label: Label, at range: SourceRange
  ) {
    references.append((position, label.number))
    emit(Instruction(opcode, a: a, wide: 0), at: range)
  }

  /// An instruction that branches where its second word says.
  mutating func branch(
    _ instruction: Instruction, otherwiseTo label: Label, at range: SourceRange
  ) {
    emit(instruction, at: range)
    branch(.jump, to: label, at: range)
  }

  mutating func suspend(_ suspension: Suspension, at range: SourceRange) {
    code.suspensions.append(suspension)
    emit(Instruction(.suspend, wide: UInt32(code.suspensions.count - 1)), at: range)
  }

  /// The number of a constant; equal small ones are shared.
  mutating func constant(_ value: Value) -> UInt32 {
    let next = code.constants.count
    if case .integer(let number) = value {
      if let index = integers[number] { return UInt32(index) }
      integers[number] = next
    } else if let text = value.textValue {
      if let index = texts[text] { return UInt32(index) }
      texts[text] = next
    }
    code.constants.append(value)
    return UInt32(next)
  }

  /// The number of a parameter.
  mutating func parameter(_ name: String) -> UInt32 {
    code.parameters.append(name)
    return UInt32(code.parameters.count - 1)
  }

  /// The code with every jump's target filled in.
  func finished(registerCount: Int) -> Code {
    var code = code
    for (instruction, label) in references {
      guard let target = targets[label] else { preconditionFailure("a label was never bound") }
      code.instructions[instruction].wide = target
    }
    code.registerCount = registerCount
    return code
  }
}
