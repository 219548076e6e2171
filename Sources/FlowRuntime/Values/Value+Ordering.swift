extension Value {
  /// How one value stands to another.
  package enum Order: Hashable, Sendable {
    case less
    case same
    case greater
  }

  /// How the value stands to another: numbers, texts, durations and times among themselves.
  ///
  /// A text that is a canonical number stands to a number as that number.
  /// - Throws: a script failure where the two have no order.
  package func order(to other: Value) throws(RuntimeFailure) -> Order {
    switch (self, other) {
    case (.integer(let left), .integer(let right)): return Self.order(left, right)
    case (.decimal(let left), .decimal(let right)): return Self.order(left, right)
    case (.integer(let left), .decimal(let right)): return Self.order(left, right)
    case (.decimal(let left), .integer(let right)):
      switch Self.order(right, left) {
      case .less: return .greater
      case .same: return .same
      case .greater: return .less
      }
    case (.duration(let left), .duration(let right)): return Self.order(left, right)
    case (.time(let left), .time(let right)): return Self.order(left, right)
    case (.reference, .reference):
      if let left = textValue, let right = other.textValue { return Self.order(left, right) }
    case (.reference, .integer), (.reference, .decimal):
      if let number = textValue.flatMap(CanonicalNumber.value) {
        return try number.order(to: other)
      }
    case (.integer, .reference), (.decimal, .reference):
      if let number = other.textValue.flatMap(CanonicalNumber.value) {
        return try order(to: number)
      }
    case (.null, _), (.boolean, _), (.integer, _), (.decimal, _), (.duration, _), (.time, _),
      (.reference, _):
      break
    }
    throw RuntimeProblem.unordered(left: self, right: other).failure
  }

  private static func order<T: Comparable>(_ left: T, _ right: T) -> Order {
    left < right ? .less : left == right ? .same : .greater
  }

  /// Exact also where a `Double` cannot hold the integer.
  private static func order(_ left: Int, _ right: Double) -> Order {
    if right >= 0x1p63 { return .less }
    if right < -0x1p63 { return .greater }
    let whole = Int(right)
    return left == whole ? order(0, right - Double(whole)) : order(left, whole)
  }
}
