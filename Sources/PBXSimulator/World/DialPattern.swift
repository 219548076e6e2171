/// Numbers that go out over a trunk, in the manner of Asterisk's dialplan.
package struct DialPattern: Hashable, Sendable {
  /// What one place of a pattern stands for.
  private enum Element: Hashable, Sendable {
    case key(UInt8)
    case anyOf(Set<UInt8>)
    /// One key at least, and all that follow.
    case rest
  }

  /// The pattern as it is written: `X` is 0 to 9, `Z` 1 to 9, `N` 2 to 9, `[13-5]` one of those, a
  /// final `.` one or more of anything; every other key is itself.
  package let text: String
  package var trunk: String
  /// So many keys at the front are not sent.
  package var strip: Int
  /// What is sent in front.
  package var prefix: String
  private let elements: [Element]

  /// Nil where the pattern cannot be read.
  package init?(_ text: String, trunk: String, strip: Int = 0, prefix: String = "") {
    guard let elements = Self.elements(of: text) else { return nil }
    self.text = text
    self.trunk = trunk
    self.strip = strip
    self.prefix = prefix
    self.elements = elements
  }

  /// Whether a number is one of them.
  package func matches(_ number: String) -> Bool { Self.matches(elements[...], number[...]) }

  /// Whether a number is what is sent for one of them.
  package func sends(_ number: String) -> Bool {
    guard number.hasPrefix(prefix) else { return false }
    let kept = elements.last == .rest ? min(strip, elements.count - 1) : strip
    return Self.matches(elements.dropFirst(kept), number.dropFirst(prefix.count))
  }

  private static func matches(_ elements: ArraySlice<Element>, _ number: Substring) -> Bool {
    var keys = number.utf8
    for element in elements {
      guard let key = keys.popFirst() else { return false }
      switch element {
      case .key(let wanted): if key != wanted { return false }
      case .anyOf(let wanted): if !wanted.contains(key) { return false }
      case .rest: return true
      }
    }
    return keys.isEmpty
  }

  /// What is sent to the carrier for a number.
  package func sent(_ number: String) -> String { prefix + number.dropFirst(strip) }

  /// Five digits or more, a plus in front allowed.
  package static func outside(over trunk: String) -> [DialPattern] {
    ["XXXXX", "XXXXX.", "+XXXXX", "+XXXXX."].compactMap { DialPattern($0, trunk: trunk) }
  }

  private static func elements(of text: String) -> [Element]? {
    var rest = text.utf8[...]
    var elements: [Element] = []
    while let key = rest.popFirst() {
      switch key {
      case UInt8(ascii: "X"): elements.append(.anyOf(digits(from: "0")))
      case UInt8(ascii: "Z"): elements.append(.anyOf(digits(from: "1")))
      case UInt8(ascii: "N"): elements.append(.anyOf(digits(from: "2")))
      case UInt8(ascii: "."):
        guard rest.isEmpty, !elements.isEmpty else { return nil }
        elements.append(.rest)
      case UInt8(ascii: "["):
        guard let end = rest.firstIndex(of: UInt8(ascii: "]")),
          let keys = keys(of: Array(rest[..<end]))
        else { return nil }
        elements.append(.anyOf(keys))
        rest = rest[rest.index(after: end)...]
      default:
        guard isKey(key) else { return nil }
        elements.append(.key(key))
      }
    }
    return elements.isEmpty ? nil : elements
  }

  /// `13-5`: 1, 3, 4 and 5.
  private static func keys(of text: [UInt8]) -> Set<UInt8>? {
    var keys: Set<UInt8> = []
    var index = 0
    while index < text.count {
      let first = text[index]
      guard isKey(first) else { return nil }
      if index + 2 < text.count, text[index + 1] == UInt8(ascii: "-") {
        let last = text[index + 2]
        guard isKey(last), first <= last else { return nil }
        keys.formUnion(first...last)
        index += 3
      } else {
        keys.insert(first)
        index += 1
      }
    }
    return keys.isEmpty ? nil : keys
  }

  private static func digits(from first: Unicode.Scalar) -> Set<UInt8> {
    Set(UInt8(ascii: first)...UInt8(ascii: "9"))
  }

  private static func isKey(_ key: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(key) || "+*#".utf8.contains(key)
  }
}
