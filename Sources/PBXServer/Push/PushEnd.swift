import NIOWebSocket

/// Why the server ends a billing push.
enum PushEnd: Hashable, Sendable {
  /// The server stops.
  case stopping
  /// More waits for the reader than may; it asks the list for what it misses.
  case tooSlow
  /// The service has no more for it.
  case feedEnded
  /// The service lost what the push comes from.
  case feedLost

  var code: WebSocketErrorCode {
    switch self {
    case .stopping, .feedEnded: .goingAway
    case .tooSlow: .policyViolation
    case .feedLost: .unexpectedServerError
    }
  }
}
