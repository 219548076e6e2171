import PBXModel

/// Where a PBX's API is: `https://HOST:PORT/dscom-api/public`.
public struct PBXAddress: Sendable, Hashable, CustomStringConvertible {
  /// Where the API begins at a PBX that was named by its host alone.
  public static let usualPath = "/dscom-api/public"

  private let address: NetworkAddress

  /// Reads `https://HOST:PORT/PATH`, or `http`; the port and the path may be left out.
  ///
  /// Nil for anything else: another scheme, `user:password@`, a query, a fragment, no host. A slash
  /// at the end counts for nothing.
  public init?(_ text: String) {
    guard let address = try? NetworkAddress(text, of: [.http, .https]) else { return nil }
    self.address = address
  }

  /// Whether the connection is encrypted.
  package var isSecure: Bool { address.scheme.isSecure }
  /// A name or an IP address.
  package var host: String { address.host }

  /// Scheme, host and port, such as `https://pbx.example:8443`; the port only where it is not the
  /// scheme's own.
  public var origin: String { address.origin }

  /// The address that the API's paths are appended to.
  public var base: String { origin + (address.path.isEmpty ? Self.usualPath : address.path) }

  public var description: String { base }

  public static func == (left: PBXAddress, right: PBXAddress) -> Bool { left.base == right.base }

  public func hash(into hasher: inout Hasher) { hasher.combine(base) }
}
