import PBXModel

/// Reads `name=value&…` as PHP does: of several values of one name the last counts.
enum QueryString {
  /// PHP's own bound, `max_input_vars`; what comes after is not looked at.
  private static let itemLimit = 1000

  /// The items as parameters, their names as they are.
  static func parameters(_ text: some StringProtocol) -> JSONObject {
    var parameters = JSONObject()
    guard !text.isEmpty else { return parameters }
    // Byte by byte: a mark that combines with a separator takes nothing from it.
    let items = Substring(text).utf8.split(
      separator: UInt8(ascii: "&"), maxSplits: itemLimit, omittingEmptySubsequences: true)
    for item in items.prefix(itemLimit) {
      let parts = item.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      let name = PercentEncoding.decodeQuery(Substring(parts[0]))
      guard !name.isEmpty else { continue }
      parameters[name] = .string(
        parts.count > 1 ? PercentEncoding.decodeQuery(Substring(parts[1])) : "")
    }
    return parameters
  }
}
