import PBXModel

/// Writes text into a URL (RFC 3986).
enum PercentEncoding {
  private static let unreserved = Set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
  private static let digits = Array("0123456789ABCDEF".utf8)

  /// As one segment of a path, or as a name or value of a query.
  static func segment(_ text: String) -> String {
    if text.utf8.allSatisfy(unreserved.contains) { return text }
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if unreserved.contains(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Parameters as a query, without the question mark; what is neither text nor a number is left
  /// out, for it would arrive as the text that it is not.
  static func query(_ parameters: JSONObject) -> String {
    parameters.members.compactMap { member in
      text(member.value).map { "\(segment(member.name))=\(segment($0))" }
    }.joined(separator: "&")
  }

  private static func text(_ value: JSONValue) -> String? {
    switch value {
    case .string(let text): text
    case .boolean, .integer, .number: value.text()
    case .null, .array, .object: nil
    }
  }
}
