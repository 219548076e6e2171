/// Where text stops being JSON.
public struct JSONSyntaxError: Error, Hashable, Sendable, CustomStringConvertible {
  /// In bytes from the beginning.
  public var offset: Int
  /// What would have been taken there.
  public var expected: String

  public var description: String { "no JSON: \(expected) expected at byte \(offset)" }
}
