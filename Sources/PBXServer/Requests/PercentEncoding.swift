/// Reads text of a URL in which bytes may stand as `%XX`.
enum PercentEncoding {
  /// Nil where a `%` is not followed by two hexadecimal digits, or the bytes are no UTF-8.
  static func decode(_ text: some StringProtocol) -> String? {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    var isWhole = true
    let bytes = decode(text.utf8) { isWhole = false }
    return isWhole ? String(validating: bytes, as: UTF8.self) : nil
  }

  /// As PHP reads a query: `+` is a blank, and a `%` that begins nothing stands for itself.
  static func decodeQuery(_ text: some StringProtocol) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "+") }) else {
      return String(text)
    }
    let bytes = text.utf8.map { $0 == UInt8(ascii: "+") ? UInt8(ascii: " ") : $0 }
    return String(decoding: decode(bytes) {}, as: UTF8.self)
  }

  private static func decode(
    _ encoded: some Sequence<UInt8>, onFragment note: () -> Void
  ) -> [UInt8] {
    let encoded = Array(encoded)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(encoded.count)
    var index = 0
    while index < encoded.count {
      if encoded[index] == UInt8(ascii: "%") {
        if index + 2 < encoded.count, let high = value(ofDigit: encoded[index + 1]),
          let low = value(ofDigit: encoded[index + 2])
        {
          bytes.append(high << 4 | low)
          index += 3
          continue
        }
        note()
      }
      bytes.append(encoded[index])
      index += 1
    }
    return bytes
  }

  private static func value(ofDigit byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
