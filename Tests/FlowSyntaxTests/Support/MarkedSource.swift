/// A text with `⟦ ⟧` around the part that is meant.
struct MarkedSource {
  let text: String
  /// The offsets of the marked parts, in order.
  let ranges: [Range<Int>]

  init(_ marked: String) {
    var bytes: [UInt8] = []
    var ranges: [Range<Int>] = []
    var start = 0
    for character in marked {
      switch character {
      case "⟦": start = bytes.count
      case "⟧": ranges.append(start..<bytes.count)
      default: bytes += Array(String(character).utf8)
      }
    }
    self.text = String(decoding: bytes, as: UTF8.self)
    self.ranges = ranges
  }
}
