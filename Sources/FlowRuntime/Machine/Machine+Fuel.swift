/// What costs fuel beside the turns of loops: a turn for each byte of a text and each element of a
/// list that an instruction goes through, for a few of them can take longer than many turns.
extension Machine {
  /// The size of the value in a register.
  @inline(never)
  static func size(_ register: Register, _ registers: borrowing MutableSpan<Value>) -> Int {
    registers[Int(register)].size
  }

  /// The size of everything that a function gets.
  @inline(never)
  static func size(
    ofArguments call: Instruction, _ registers: borrowing MutableSpan<Value>
  ) -> Int {
    let first = Int(call.b)
    var size = 0
    for offset in PureFunction.all[Int(call.c)].signature.parameters.indices {
      size += registers[first + offset].size
    }
    return size
  }
}

extension Value {
  /// How many bytes a text, elements a list or members a map has; 0 for what is small.
  fileprivate var size: Int {
    guard case .reference(let reference) = self else { return 0 }
    return switch reference.content {
    case .text(let text): text.utf8.count
    case .list(let elements): elements.count
    case .map(let map): map.members.count
    case .call: 0
    }
  }
}
