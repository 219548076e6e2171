import PBXModel

/// Where the billing push is: `ws` or `wss`, a host, a port, and a path where a proxy adds one.
public struct PushAddress: Hashable, Sendable, CustomStringConvertible {
  let address: NetworkAddress

  /// Reads `wss://HOST:PORT`; nil where it is no such address, or carries a user, a query or a
  /// fragment, none of which would ever be used.
  public init?(_ text: String) {
    guard let address = try? NetworkAddress(text, of: [.ws, .wss]) else { return nil }
    self.address = address
  }

  /// Whether it is `wss`: WebSocket over TLS.
  public var isSecure: Bool { address.scheme.isSecure }
  /// A name or an address; an IPv6 address without its brackets.
  public var host: String { address.host }
  public var port: Int { address.port }
  /// Empty, or a path that begins with a slash and does not end with one.
  public var path: String { address.path }

  public var description: String { address.description }
}
