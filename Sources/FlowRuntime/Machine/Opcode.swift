/// What an instruction does; `a`, `b`, `c` are its operands, `wide` is `b` and `c` as one.
///
/// A compare-and-branch is followed by a `jump` that holds where it branches to.
package enum Opcode: UInt8, Sendable {
  // Values into registers.
  /// a = constant[wide].
  case loadConstant
  /// a = b.
  case move
  /// The registers from a on, as many as wide, hold nothing yet.
  case clear

  // Arithmetic: a = b op c, where `…Immediate` takes c as a small number.
  case add
  case addImmediate
  case subtract
  case subtractImmediate
  case multiply
  case multiplyImmediate
  case divide
  case remainder
  case negate

  // Comparisons and tests as values: a = b op c.
  case equal
  case notEqual
  case less
  case lessOrEqual
  case greater
  case greaterOrEqual
  case contains
  case startsWith
  case endsWith
  case matches
  /// a = b is in c.
  case isIn
  case isNotIn
  /// a = not b.
  case not

  // Control.
  /// Goes on at wide.
  case jump
  /// Goes back to wide, and costs fuel.
  case loop
  /// Goes on at wide if a is true, or false; fails if it is neither.
  case branchIfTrue
  case branchIfFalse
  /// Goes on at wide if a is not null.
  case branchIfNotNull
  // Compare a and b; go where the next instruction says unless the relation holds.
  case branchUnlessEqual
  case branchUnlessNotEqual
  case branchUnlessLess
  case branchUnlessLessOrEqual
  case branchUnlessGreater
  case branchUnlessGreaterOrEqual
  // The same for a and the number wide.
  case branchUnlessEqualImmediate
  case branchUnlessNotEqualImmediate
  case branchUnlessLessImmediate
  case branchUnlessLessOrEqualImmediate
  case branchUnlessGreaterImmediate
  case branchUnlessGreaterOrEqualImmediate
  /// a = the next element of list b, whose number is in c; branches as above after the last.
  case nextElement
  /// Branches as above if a parameter was not given: a = parameter[wide].
  case parameter
  /// The end of an entry point; a is its value where wide is 1.
  case finish

  // Structured values.
  /// a = the list of the registers from b on, c of them.
  case makeList
  /// a = the list a and the elements of the list b.
  case appendList
  /// a = a map of c registers from b on; the next instruction's wide is the constant of its names.
  case makeMap
  /// a = the texts of c registers from b on, as one text.
  case makeText
  /// a = b[c].
  case element
  /// a = the field of b that the next instruction's wide names; null if missing where c is 1.
  case field
  /// a = what a `for` over b runs over.
  case iterated
  /// a = b, which must be a number of turns.
  case turns
  /// a = b, which must be a duration.
  case duration
  /// a = b, which must be a duration of more than 0.
  case interval
  /// a = function[c] of the registers from b on.
  case call

  // The outside.
  /// Stops the loop: suspension[wide] is to be done by the outer loop.
  case suspend
}

/// One instruction, 64 bits.
package struct Instruction: Sendable {
  package let opcode: Opcode
  package var a: UInt16
  package var b: UInt16
  package var c: UInt16

  init(_ opcode: Opcode, a: UInt16 = 0, b: UInt16 = 0, c: UInt16 = 0) {
    self.opcode = opcode
    self.a = a
    self.b = b
    self.c = c
  }

  init(_ opcode: Opcode, a: UInt16 = 0, wide: UInt32) {
    self.init(
      opcode, a: a, b: UInt16(truncatingIfNeeded: wide), c: UInt16(truncatingIfNeeded: wide >> 16))
  }

  /// An index or a target.
  @inline(__always)
  var wide: Int {
    get { Int(b) | Int(c) << 16 }
    set {
      b = UInt16(truncatingIfNeeded: newValue)
      c = UInt16(truncatingIfNeeded: newValue >> 16)
    }
  }

  /// c as a signed number.
  @inline(__always)
  var small: Int { Int(Int16(bitPattern: c)) }

  /// b and c as a signed number.
  @inline(__always)
  var immediate: Int { Int(Int32(truncatingIfNeeded: wide)) }
}
