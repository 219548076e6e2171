import Testing

@testable import LineEditor

@Suite struct ScalarDecoderTests {
  /// Decodes as the reader does: a byte that was not consumed is fed again.
  private func decoded(_ bytes: [UInt8]) -> String {
    var decoder = ScalarDecoder()
    var text = String.UnicodeScalarView()
    for byte in bytes {
      var isConsumed = false
      while !isConsumed {
        isConsumed = true
        switch decoder.feed(byte) {
        case .incomplete: break
        case .scalar(let scalar): text.append(scalar)
        case .invalid(let consumed):
          text.append("\u{fffd}")
          isConsumed = consumed
        }
      }
    }
    return String(text)
  }

  @Test(arguments: ["dial 8001", "打电话给八零零二", "é😀\u{10ffff}", ""])
  func `what was encoded comes back`(text: String) {
    #expect(decoded(Array(text.utf8)) == text)
  }

  @Test(
    arguments: [
      ([0xff], "\u{fffd}"),
      ([0xe6, 0x89, 0x41], "\u{fffd}A"),
      ([0xc0, 0x80], "\u{fffd}\u{fffd}"),
      ([0xed, 0xa0, 0x80], "\u{fffd}"),
      ([0xe6, 0xe6, 0x89, 0x93], "\u{fffd}打"),
    ] as [([UInt8], String)])
  func `what is malformed is replaced and hides nothing behind it`(bytes: [UInt8], text: String) {
    #expect(decoded(bytes) == text)
  }
}
