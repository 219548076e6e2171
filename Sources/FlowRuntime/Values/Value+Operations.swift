extension Value {
  /// Stands in a register whose value was not computed; no script ever sees it.
  static let unset = Value.reference(Reference(.text("")))

  /// Whether the register that it was read from was never set.
  var isUnset: Bool {
    guard case .reference(let reference) = self, case .reference(let mark) = Self.unset else {
      return false
    }
    return reference === mark
  }

  /// `-a`.
  ///
  /// - Throws: a script failure where it is no number and no duration, or does not fit.
  package func negated() throws(RuntimeFailure) -> Value {
    switch self {
    case .integer(let number):
      let (result, isOverflow) = 0.subtractingReportingOverflow(number)
      if isOverflow { throw RuntimeProblem.negativeOverflow(self).failure }
      return .integer(result)
    case .decimal(let number): return .decimal(-number)
    case .duration(let number):
      let (result, isOverflow) = Int64(0).subtractingReportingOverflow(number)
      if isOverflow { throw RuntimeProblem.negativeOverflow(self).failure }
      return .duration(result)
    case .null, .boolean, .time, .reference: throw RuntimeProblem.notNegatable(self).failure
    }
  }

  /// The value, if it is a duration that is not negative.
  package func nonnegativeDuration() throws(RuntimeFailure) -> Value {
    if case .duration(let nanoseconds) = self, nanoseconds >= 0 { return self }
    throw RuntimeProblem.notDuration(self).failure
  }

  /// The value, if it is a duration of more than 0.
  package func interval() throws(RuntimeFailure) -> Value {
    let value = try nonnegativeDuration()
    if case .duration(0) = value { throw RuntimeProblem.noInterval.failure }
    return value
  }

  /// The value, if it is a number of turns.
  package func turns() throws(RuntimeFailure) -> Value {
    if case .integer(let count) = self, count >= 0 { return self }
    throw RuntimeProblem.notCount(self).failure
  }

  /// `startswith`, on texts and dial strings.
  package func starts(with part: Value) throws(RuntimeFailure) -> Bool {
    let (text, part) = try texts(with: part, for: "startswith")
    return text.utf8.starts(with: part.utf8)
  }

  /// `endswith`, on texts and dial strings.
  package func ends(with part: Value) throws(RuntimeFailure) -> Bool {
    let (text, part) = try texts(with: part, for: "endswith")
    return text.utf8.reversed().starts(with: part.utf8.reversed())
  }

  /// `matches`: whether a pattern is found anywhere in the text.
  package func matches(_ pattern: Value) throws(RuntimeFailure) -> Bool {
    let (text, pattern) = try texts(with: pattern, for: "matches")
    do {
      return try TextPattern(pattern).isFound(in: text)
    } catch {
      throw RuntimeProblem.badPattern(pattern, reason: error.reason).failure
    }
  }

  private func texts(
    with other: Value, for sign: String
  ) throws(RuntimeFailure) -> (String, String) {
    guard let left = writtenText else {
      throw RuntimeProblem.notText(self, operator: sign).failure
    }
    guard let right = other.writtenText else {
      throw RuntimeProblem.notText(other, operator: sign).failure
    }
    return (left, right)
  }
}
