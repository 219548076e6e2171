import NIOCore

/// Tells addresses that only this machine can reach.
package enum LoopbackAddress {
  /// Whether an address to listen on is one of them; a name is not, but for `localhost`.
  package static func contains(_ address: String) -> Bool {
    if address == "localhost" { return true }
    guard let parsed = try? SocketAddress(ipAddress: address, port: 0) else { return false }
    return parsed.protocol == .inet
      ? parsed.ipAddress?.hasPrefix("127.") == true : parsed.ipAddress == "::1"
  }
}
