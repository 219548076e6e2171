/// An opaque token: a selector that finds its entry, and a secret of 256 bits that proves it.
///
/// Finding an entry takes a time that depends on the selector; so it is no part of the secret.
struct Token: Sendable {
  /// What the entry is found by.
  struct Selector: Hashable, Sendable {
    fileprivate var high: UInt64
    fileprivate var low: UInt64
  }

  /// What is compared, never looked up.
  struct Secret: Sendable {
    fileprivate var words: SIMD4<UInt64>

    /// In a time that does not tell where they differ.
    func isEqual(to other: Secret) -> Bool {
      let difference = words ^ other.words
      return difference[0] | difference[1] | difference[2] | difference[3] == 0
    }
  }

  /// So many bytes make one.
  static let byteCount = 48
  private static let wordCount = byteCount / 8

  let selector: Selector
  let secret: Secret

  /// Nil where they are not as many bytes as make one.
  init?(bytes: [UInt8]) {
    guard bytes.count == Self.byteCount else { return nil }
    var words: [UInt64] = []
    for start in stride(from: 0, to: bytes.count, by: 8) {
      words.append(bytes[start..<start + 8].reduce(0) { $0 << 8 | UInt64($1) })
    }
    self.init(words: words)
  }

  /// Reads the text of a token; nil where it is none.
  init?(_ text: some StringProtocol) {
    guard text.utf8.count == Self.byteCount * 2 else { return nil }
    var words: [UInt64] = []
    words.reserveCapacity(Self.wordCount)
    var word: UInt64 = 0
    for (index, byte) in text.utf8.enumerated() {
      guard let digit = Self.value(ofDigit: byte) else { return nil }
      word = word << 4 | UInt64(digit)
      if index % 16 == 15 {
        words.append(word)
        word = 0
      }
    }
    self.init(words: words)
  }

  private init(words: [UInt64]) {
    selector = Selector(high: words[0], low: words[1])
    secret = Secret(words: SIMD4(words[2], words[3], words[4], words[5]))
  }

  /// Hexadecimal digits, which no header and no URL has to escape.
  var text: String {
    let words = [selector.high, selector.low] + (0..<4).map { secret.words[$0] }
    return words.map(Self.hexadecimal).joined()
  }

  private static func hexadecimal(_ word: UInt64) -> String {
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private static func value(ofDigit byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
