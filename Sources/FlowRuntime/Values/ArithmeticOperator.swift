import PBXModel

/// `+ - * / %` over values, checked: nothing wraps around and nothing is lost silently.
package enum ArithmeticOperator: String, Hashable, Sendable, CaseIterable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case remainder = "%"

  /// How long a text or a list may become by `+`, in bytes and in elements.
  static let lengthLimit = 64 << 20

  /// The result; whole numbers stay whole where the result is.
  ///
  /// - Throws: a script failure where the operands do not fit, or the result does not.
  package func apply(_ left: Value, _ right: Value) throws(RuntimeFailure) -> Value {
    switch (left, right) {
    case (.integer(let l), .integer(let r)): return try integers(l, r)
    case (.integer(let l), .decimal(let r)): return try decimals(Double(l), r)
    case (.decimal(let l), .integer(let r)): return try decimals(l, Double(r))
    case (.decimal(let l), .decimal(let r)): return try decimals(l, r)
    case (.duration(let l), .duration(let r)): return try durations(l, r)
    case (.duration, .integer), (.duration, .decimal), (.integer, .duration), (.decimal, .duration):
      return try scaled(left, right)
    case (.time, .duration), (.duration, .time), (.time, .time):
      return try times(left, right)
    case (.reference(let l), .reference(let r)) where self == .add:
      return try joined(l, r)
    case (.null, _), (.boolean, _), (.integer, _), (.decimal, _), (.duration, _), (.time, _),
      (.reference, _):
      throw mismatch(left, right)
    }
  }

  private func mismatch(_ left: Value, _ right: Value) -> RuntimeFailure {
    RuntimeProblem.mismatchedOperands(self, left: left, right: right).failure
  }

  private func overflow(_ left: Value, _ right: Value) -> RuntimeFailure {
    RuntimeProblem.overflow(self, left: left, right: right).failure
  }

  private func integers(_ left: Int, _ right: Int) throws(RuntimeFailure) -> Value {
    let result: (partialValue: Int, overflow: Bool)
    switch self {
    case .add: result = left.addingReportingOverflow(right)
    case .subtract: result = left.subtractingReportingOverflow(right)
    case .multiply: result = left.multipliedReportingOverflow(by: right)
    case .divide:
      if right != 0, right != -1, left % right != 0 {
        return try decimals(Double(left), Double(right))
      }
      result = left.dividedReportingOverflow(by: right)
    case .remainder:
      result = right == -1 ? (0, false) : left.remainderReportingOverflow(dividingBy: right)
    }
    if result.overflow {
      if right == 0, self == .divide || self == .remainder {
        throw RuntimeProblem.divisionByZero(left: .integer(left)).failure
      }
      throw overflow(.integer(left), .integer(right))
    }
    return .integer(result.partialValue)
  }

  private func decimals(_ left: Double, _ right: Double) throws(RuntimeFailure) -> Value {
    let result: Double
    switch self {
    case .add: result = left + right
    case .subtract: result = left - right
    case .multiply: result = left * right
    case .divide, .remainder:
      if right == 0 { throw RuntimeProblem.divisionByZero(left: .decimal(left)).failure }
      result = self == .divide ? left / right : left.truncatingRemainder(dividingBy: right)
    }
    guard result.isFinite else { throw overflow(.decimal(left), .decimal(right)) }
    return .decimal(result)
  }

  private func durations(_ left: Int64, _ right: Int64) throws(RuntimeFailure) -> Value {
    let result: (partialValue: Int64, overflow: Bool)
    switch self {
    case .add: result = left.addingReportingOverflow(right)
    case .subtract: result = left.subtractingReportingOverflow(right)
    case .multiply: throw mismatch(.duration(left), .duration(right))
    case .divide, .remainder:
      if right == 0 { throw RuntimeProblem.divisionByZero(left: .duration(left)).failure }
      if self == .divide {
        return try ArithmeticOperator.divide.integers(Int(left), Int(right))
      }
      result = right == -1 ? (0, false) : left.remainderReportingOverflow(dividingBy: right)
    }
    if result.overflow { throw overflow(.duration(left), .duration(right)) }
    return .duration(result.partialValue)
  }

  /// A duration times or through a number.
  private func scaled(_ left: Value, _ right: Value) throws(RuntimeFailure) -> Value {
    let result: Value
    switch (self, left, right) {
    case (.multiply, .duration(let time), .integer(let factor)),
      (.multiply, .integer(let factor), .duration(let time)):
      let product = time.multipliedReportingOverflow(by: Int64(factor))
      if product.overflow { throw overflow(left, right) }
      return .duration(product.partialValue)
    case (.multiply, .duration(let time), .decimal(let factor)),
      (.multiply, .decimal(let factor), .duration(let time)):
      result = try decimals(Double(time), factor)
    case (.divide, .duration, .integer(0)):
      throw RuntimeProblem.divisionByZero(left: left).failure
    case (.divide, .duration(let time), .integer(let divisor)):
      result = try integers(Int(time), divisor)
    case (.divide, .duration(let time), .decimal(let divisor)):
      result = try decimals(Double(time), divisor)
    default: throw mismatch(left, right)
    }
    switch result {
    case .integer(let nanoseconds): return .duration(Int64(nanoseconds))
    case .decimal(let nanoseconds):
      if let exact = Int64(exactly: nanoseconds.rounded()) { return .duration(exact) }
    case .null, .boolean, .duration, .time, .reference: break
    }
    throw overflow(left, right)
  }

  private func times(_ left: Value, _ right: Value) throws(RuntimeFailure) -> Value {
    let result: (partialValue: Int64, overflow: Bool)
    switch (self, left, right) {
    case (.add, .time(let time), .duration(let duration)),
      (.add, .duration(let duration), .time(let time)):
      result = time.nanoseconds.addingReportingOverflow(duration)
    case (.subtract, .time(let time), .duration(let duration)):
      result = time.nanoseconds.subtractingReportingOverflow(duration)
    case (.subtract, .time(let later), .time(let earlier)):
      result = later.nanoseconds.subtractingReportingOverflow(earlier.nanoseconds)
      if !result.overflow { return .duration(result.partialValue) }
    default: throw mismatch(left, right)
    }
    if result.overflow { throw overflow(left, right) }
    return .time(Timestamp(nanoseconds: result.partialValue))
  }

  private func joined(
    _ left: Value.Reference, _ right: Value.Reference
  ) throws(RuntimeFailure) -> Value {
    switch (left.content, right.content) {
    case (.text(let l), .text(let r)):
      if l.utf8.count + r.utf8.count > Self.lengthLimit { throw RuntimeProblem.tooLong.failure }
      return .text(l + r)
    case (.list(let l), .list(let r)):
      if l.count + r.count > Self.lengthLimit { throw RuntimeProblem.tooLong.failure }
      return .list(l + r)
    case (.text, _), (.list, _), (.map, _), (.call, _):
      throw mismatch(.reference(left), .reference(right))
    }
  }
}
