/// Where a server is: a URL's scheme, host, port and path; never a user, a query or a fragment.
public struct NetworkAddress: Hashable, Sendable {
  /// What a URL can begin with.
  public enum Scheme: String, Hashable, Sendable, CaseIterable {
    case http, https, ws, wss

    /// Whether it is over TLS.
    public var isSecure: Bool { self == .https || self == .wss }
    /// Where a server is that names no port.
    public var usualPort: Int { isSecure ? 443 : 80 }
  }

  /// Why a text is no address.
  public enum Fault: Error, Hashable, Sendable {
    /// There is none of the schemes at the beginning.
    case scheme
    /// There is a user or a password.
    case user
    /// There is a query or a fragment.
    case query
    /// There is no host, a port that is none, or a character that no URL has.
    case place
  }

  public let scheme: Scheme
  /// A name or an IP address, in small letters; one of version 6 without its brackets.
  public let host: String
  /// 1 to 65535.
  public let port: Int
  /// Empty, or a path that begins with a slash and does not end with one.
  public let path: String

  /// Reads a URL of one of the schemes; the port and the path may be left out.
  public init(_ text: String, of schemes: [Scheme]) throws(Fault) {
    // First, because nothing of a text that may hold a password is to be repeated.
    if text.unicodeScalars.contains("@") { throw .user }
    guard let mark = text.firstRange(of: "://"),
      let scheme = schemes.first(where: { $0.rawValue == text[..<mark.lowerBound].lowercased() })
    else { throw .scheme }
    if text.unicodeScalars.contains(where: { $0 == "?" || $0 == "#" }) { throw .query }
    guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !Self.refused.contains($0) }) else {
      throw .place
    }
    let rest = text[mark.upperBound...]
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    guard let authority = Self.authority(rest[..<slash]) else { throw .place }
    self.scheme = scheme
    host = authority.host
    port = authority.port ?? scheme.usualPort
    var path = rest[slash...]
    while path.hasSuffix("/") { path.removeLast() }
    self.path = String(path)
  }

  /// What belongs into no URL.
  private static let refused = Set("\\\"<>^`{|}".utf8)

  private static func authority(_ text: Substring) -> (host: String, port: Int?)? {
    let host: Substring
    let rest: Substring
    if text.hasPrefix("[") {
      guard let bracket = text.firstIndex(of: "]") else { return nil }
      host = text[text.index(after: text.startIndex)..<bracket]
      rest = text[text.index(after: bracket)...]
      guard host.contains(":"), host.allSatisfy({ $0.isHexDigit || $0 == ":" || $0 == "." })
      else { return nil }
    } else {
      let colon = text.firstIndex(of: ":") ?? text.endIndex
      host = text[..<colon]
      rest = text[colon...]
      guard !host.isEmpty, host.allSatisfy({ $0.isLetter || $0.isNumber || "-._~%".contains($0) })
      else { return nil }
    }
    if rest.isEmpty { return (host.lowercased(), nil) }
    let digits = rest.dropFirst()
    guard rest.hasPrefix(":"), digits.allSatisfy(\.isNumber), let port = Int(digits),
      (1...65_535).contains(port)
    else { return nil }
    return (host.lowercased(), port)
  }

  /// Host and port as the `Host` header has them (RFC 9110); the port only where it is not the
  /// scheme's own.
  public var authority: String {
    let name = host.contains(":") ? "[\(host)]" : host
    return port == scheme.usualPort ? name : "\(name):\(port)"
  }

  /// Scheme, host and port, such as `https://pbx.example:8443`.
  public var origin: String { "\(scheme.rawValue)://\(authority)" }
}

extension NetworkAddress: CustomStringConvertible {
  public var description: String { origin + path }
}
