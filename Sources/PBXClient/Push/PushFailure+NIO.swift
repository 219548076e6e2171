import NIOCore
import NIOPosix

extension PushFailure {
  /// A failure of SwiftNIO's, told without the access token, should it be in there.
  init(_ error: any Error, to address: PushAddress, hiding token: String) {
    switch error {
    case is CancellationError: self = .cancelled
    case ChannelError.connectTimeout: self = .timeout("`\(address)` takes no connection")
    case ChannelError.eof, ChannelError.alreadyClosed, ChannelError.ioOnClosedChannel,
      ChannelError.inappropriateOperationForState:
      self = .connection("`\(address)` closed the connection before it was a WebSocket")
    default:
      var text = String(describing: error)
      for secret in [token, PercentEncoding.segment(token)] where !secret.isEmpty {
        text = Self.hide(secret, in: text)
      }
      self = .connection("`\(address)` cannot be reached: \(text.prefix(300))")
    }
  }

  private static func hide(_ secret: String, in text: String) -> String {
    text.split(separator: secret, omittingEmptySubsequences: false).joined(separator: "…")
  }
}

extension PushAddress {
  /// The name for the server's certificate; nil for an address, which is compared by itself.
  var serverName: String? {
    (try? SocketAddress(ipAddress: host, port: port)) == nil ? host : nil
  }
}
