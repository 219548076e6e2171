/// Where the billing push is: `ws` or `wss`, a host, a port, and a path where a proxy adds one.
public struct PushAddress: Hashable, Sendable {
  /// Whether it is `wss`: WebSocket over TLS.
  public let isSecure: Bool
  /// A name or an address; an IPv6 address without its brackets.
  public let host: String
  public let port: Int
  /// Empty, or a path that begins with a slash and does not end with one.
  public let path: String

  /// Reads `wss://HOST:PORT`; nil where it is no such address, or carries a user, a query or a
  /// fragment, none of which would ever be used.
  public init?(_ text: String) {
    let lowercased = text.lowercased()
    guard let scheme = ["wss://", "ws://"].first(where: lowercased.hasPrefix) else { return nil }
    let rest = text.dropFirst(scheme.count)
    guard rest.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !Self.refused.contains($0) })
    else { return nil }
    isSecure = scheme == "wss://"

    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    guard let authority = Self.authority(rest[..<slash]) else { return nil }
    host = authority.host
    port = authority.port ?? (isSecure ? 443 : 80)
    var path = rest[slash...]
    while path.last == "/" { path.removeLast() }
    self.path = String(path)
  }

  /// What ends an address, begins a user's name or belongs into no URL.
  private static let refused = Set("@?#\\\"<>^`{|}".utf8)

  private static func authority(_ text: Substring) -> (host: String, port: Int?)? {
    let host: Substring
    let rest: Substring
    if text.first == "[" {
      guard let bracket = text.firstIndex(of: "]") else { return nil }
      host = text[text.index(after: text.startIndex)..<bracket]
      rest = text[text.index(after: bracket)...]
      guard host.contains(":"), host.utf8.allSatisfy(Self.isOfIPv6) else { return nil }
    } else {
      let colon = text.firstIndex(of: ":") ?? text.endIndex
      host = text[..<colon]
      rest = text[colon...]
      guard !host.isEmpty, host.utf8.allSatisfy(Self.isOfName) else { return nil }
    }
    if rest.isEmpty { return (String(host), nil) }
    let digits = rest.dropFirst()
    guard rest.first == ":", digits.count <= 5, digits.utf8.allSatisfy(Self.isDigit),
      let port = Int(digits), (1...65_535).contains(port)
    else { return nil }
    return (String(host), port)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isOfIPv6(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
      || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      || [UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_")].contains(byte)
  }
}

extension PushAddress: CustomStringConvertible {
  public var description: String { "\(isSecure ? "wss" : "ws")://\(authority)\(path)" }

  /// Host and port as they stand in a URL and in the `Host` header.
  package var authority: String {
    "\(host.contains(":") ? "[\(host)]" : host):\(port)"
  }
}
