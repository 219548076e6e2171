/// Text in which `~~~` stands for any characters of one line.
struct Pattern {
  var text: String

  func matches(_ other: String) -> Bool {
    let expected = text.split(separator: "\n", omittingEmptySubsequences: false)
    let actual = other.split(separator: "\n", omittingEmptySubsequences: false)
    return expected.count == actual.count
      && zip(expected, actual).allSatisfy { Self.line($0, matches: $1) }
  }

  /// Whether the parts between wildcards come in order, first and last at the line's ends.
  static func line(_ pattern: Substring, matches line: Substring) -> Bool {
    let parts = String(pattern).split(separator: "~~~", omittingEmptySubsequences: false)
    guard let first = parts.first, let last = parts.last, parts.count > 1 else {
      return pattern == line
    }
    guard line.hasPrefix(first) else { return false }
    var rest = line.dropFirst(first.count)
    for part in parts.dropFirst().dropLast() {
      guard let found = rest.firstRange(of: part) else { return false }
      rest = rest[found.upperBound...]
    }
    return rest.hasSuffix(last)
  }
}
