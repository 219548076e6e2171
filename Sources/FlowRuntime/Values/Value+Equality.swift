import PBXModel

extension Value {
  /// Whether `==` holds: numbers by amount, a text that is a canonical number as that number.
  ///
  /// Nothing else converts: values of different types are different.
  package func isEqual(to other: Value) -> Bool {
    switch (self, other) {
    case (.null, .null): return true
    case (.boolean(let left), .boolean(let right)): return left == right
    case (.integer(let left), .integer(let right)): return left == right
    case (.decimal(let left), .decimal(let right)): return left == right
    case (.integer(let left), .decimal(let right)): return Double(exactly: left) == right
    case (.decimal(let left), .integer(let right)): return left == Double(exactly: right)
    case (.duration(let left), .duration(let right)): return left == right
    case (.time(let left), .time(let right)): return left == right
    case (.reference(let left), .reference(let right)):
      return left === right || Self.isEqual(left.content, right.content)
    case (.reference, .integer), (.reference, .decimal):
      guard let number = textValue.flatMap(CanonicalNumber.value) else { return false }
      return number.isEqual(to: other)
    case (.integer, .reference), (.decimal, .reference):
      return other.isEqual(to: self)
    case (.null, _), (.boolean, _), (.integer, _), (.decimal, _), (.duration, _), (.time, _),
      (.reference, _):
      return false
    }
  }

  private static func isEqual(_ left: Reference.Content, _ right: Reference.Content) -> Bool {
    switch (left, right) {
    case (.text(let left), .text(let right)):
      return left == right
    case (.list(let left), .list(let right)):
      return left.count == right.count
        && zip(left, right).allSatisfy { $0.isEqual(to: $1) }
    case (.map(let left), .map(let right)):
      return left.members.count == right.members.count
        && left.members.allSatisfy { member in
          right[member.name].map { member.value.isEqual(to: $0) } ?? false
        }
    case (.call(let left), .call(let right)):
      return left.id == right.id
    case (.text, _), (.list, _), (.map, _), (.call, _):
      return false
    }
  }
}

extension Value {
  /// What all values that are equal to one have in common, to look for them among few.
  enum EqualityClass: Hashable {
    case null
    case boolean(Bool)
    /// Numbers, and texts that are one.
    case number(Double)
    case duration(Int64)
    case time(Timestamp)
    case text(String)
    /// By the number of elements or members.
    case list(Int)
    case map(Int)
    case call(Int)
  }

  var equalityClass: EqualityClass {
    switch self {
    case .null: return .null
    case .boolean(let flag): return .boolean(flag)
    case .integer(let number): return .number(Double(number))
    case .decimal(let number): return .number(number)
    case .duration(let nanoseconds): return .duration(nanoseconds)
    case .time(let moment): return .time(moment)
    case .reference(let reference):
      switch reference.content {
      case .text(let text):
        return CanonicalNumber.value(of: text)?.equalityClass ?? .text(text)
      case .list(let elements): return .list(elements.count)
      case .map(let map): return .map(map.members.count)
      case .call(let call): return .call(call.id)
      }
    }
  }
}
