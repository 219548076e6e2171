import PBXModel

/// Reads `name=value&…` as PHP does: of several values of one name the last counts.
enum QueryString {
  /// PHP's own bound, `max_input_vars`; what comes after is not looked at.
  private static let itemLimit = 1000

  /// The items as parameters, their names as they are.
  static func parameters(_ text: some StringProtocol) -> JSONObject {
    var parameters = JSONObject()
    guard !text.isEmpty else { return parameters }
    let items = text.split(separator: "&", maxSplits: itemLimit, omittingEmptySubsequences: true)
    for item in items.prefix(itemLimit) {
      let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = PercentEncoding.decodeQuery(parts[0])
      guard !name.isEmpty else { continue }
      parameters[name] = .string(parts.count > 1 ? PercentEncoding.decodeQuery(parts[1]) : "")
    }
    return parameters
  }
}
