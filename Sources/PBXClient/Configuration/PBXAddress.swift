/// Where a PBX's API is: `https://HOST:PORT/dscom-api/public`.
public struct PBXAddress: Sendable, Hashable, CustomStringConvertible {
  /// Where the API begins at a PBX that was named by its host alone.
  public static let usualPath = "/dscom-api/public"

  /// Whether the connection is encrypted.
  package let isSecure: Bool
  /// A name or an IP address; one of version 6 without its brackets.
  package let host: String
  package let port: Int
  /// Below it are the API's paths; empty, or with a slash in front and none behind.
  private let path: String

  /// Reads `https://HOST:PORT/PATH`, or `http`; the port and the path may be left out.
  ///
  /// Nil for anything else: another scheme, `user:password@`, a query, a fragment, no host. A slash
  /// at the end counts for nothing.
  public init?(_ text: String) {
    guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !Self.forbidden.contains($0) }),
      let mark = text.firstRange(of: "://")
    else { return nil }
    switch text[..<mark.lowerBound].lowercased() {
    case "https": isSecure = true
    case "http": isSecure = false
    default: return nil
    }
    let rest = text[mark.upperBound...]
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    guard let place = Self.place(rest[..<slash]) else { return nil }
    host = place.host
    port = place.port ?? (isSecure ? 443 : 80)
    var path = rest[slash...]
    while path.hasSuffix("/") { path.removeLast() }
    self.path = path.isEmpty ? Self.usualPath : String(path)
  }

  /// What no address has: whom to sign in as, a query, a fragment, and what no URL has.
  private static let forbidden = Set("@?#\\\"<>^`{|}".utf8)

  private static func place(_ text: Substring) -> (host: String, port: Int?)? {
    var host = text
    var rest = text[text.endIndex...]
    if text.hasPrefix("[") {
      guard let end = text.firstIndex(of: "]") else { return nil }
      host = text[text.index(after: text.startIndex)..<end]
      rest = text[text.index(after: end)...]
      guard host.contains(":"), host.allSatisfy({ $0.isHexDigit || $0 == ":" || $0 == "." })
      else { return nil }
    } else if let colon = text.firstIndex(of: ":") {
      host = text[..<colon]
      rest = text[colon...]
    }
    guard !host.isEmpty else { return nil }
    if rest.isEmpty { return (host.lowercased(), nil) }
    let digits = rest.dropFirst()
    guard rest.hasPrefix(":"), digits.allSatisfy(\.isNumber), let port = Int(digits),
      (1...65_535).contains(port)
    else { return nil }
    return (host.lowercased(), port)
  }

  /// Scheme, host and port, such as `https://pbx.example:8443`; the port only where it is not the
  /// scheme's own.
  public var origin: String {
    let name = host.contains(":") ? "[\(host)]" : host
    let scheme = isSecure ? "https" : "http"
    return port == (isSecure ? 443 : 80) ? "\(scheme)://\(name)" : "\(scheme)://\(name):\(port)"
  }

  /// The address that the API's paths are appended to.
  public var base: String { origin + path }

  public var description: String { base }
}
