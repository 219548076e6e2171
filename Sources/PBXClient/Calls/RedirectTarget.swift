/// Where a `Location` leads.
struct RedirectTarget: Hashable {
  /// With query, without fragment.
  let url: String
  /// Scheme, host and port; nil where the target is nothing that a PBX could be at.
  let origin: String?

  /// Whether a status sends the client elsewhere.
  static func isRedirect(_ status: Int) -> Bool {
    [301, 302, 303, 307, 308].contains(status)
  }

  /// Resolves a location against the URL that was asked for (RFC 3986, section 5.2; dot segments
  /// are left to the server).
  init(_ location: String, from base: String) {
    let text = location.prefix { $0 != "#" }
    let scheme = base.prefix { $0 != ":" }
    let start = base.firstRange(of: "://")?.upperBound ?? base.startIndex
    let end = base[start...].firstIndex(of: "/") ?? base.endIndex
    let path = base.prefix { $0 != "?" }
    if Self.hasScheme(text) {
      url = String(text)
    } else if text.hasPrefix("//") {
      url = "\(scheme):\(text)"
    } else if text.hasPrefix("/") {
      url = String(base[..<end] + text)
    } else if text.hasPrefix("?") || text.isEmpty {
      url = String(path + text)
    } else {
      let folder = path.lastIndex(of: "/").map { path[...$0] } ?? path
      url = String(folder + text)
    }
    let authority = url.firstRange(of: "://")?.upperBound ?? url.startIndex
    let place = url[..<(url[authority...].firstIndex { "/?".contains($0) } ?? url.endIndex)]
    origin = PBXAddress(String(place))?.origin
  }

  private static func hasScheme(_ text: Substring) -> Bool {
    let rest = text.drop { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
    return rest.startIndex > text.startIndex && rest.hasPrefix(":")
  }

  /// The target without its query, which may hold what must not be shown.
  var shown: String { PrintableText.start(of: String(url.prefix { $0 != "?" })) }
}
