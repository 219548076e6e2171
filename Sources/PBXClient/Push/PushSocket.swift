package import PBXModel

/// A connection of the billing push, for one reader.
package protocol PushSocket: Sendable {
  /// Waits for the next frame, nil where the connection has ended.
  ///
  /// Nothing is read from the network while nobody waits. Cancelling the task ends the wait alone,
  /// with `PushFailure.cancelled`: no frame is lost by it.
  func next() async throws(PushFailure) -> PushFrame?

  /// Sends a frame without waiting; one that cannot be sent now is dropped.
  func send(_ frame: PushFrame)

  /// Ends the connection; what waits for a frame gets nil.
  func close()
}

/// What opens connections of the billing push.
package protocol PushConnector: Sendable {
  /// Opens a connection: TCP, TLS where the address is `wss`, and the WebSocket upgrade.
  ///
  /// - Parameter certificateAuthority: the path of a PEM file; the system's roots where nil.
  func connect(
    to address: PushAddress, certificateAuthority: String?, token: String
  ) async throws(PushFailure) -> any PushSocket
}

/// A whole message or a control frame of the WebSocket, fragments put together.
package enum PushFrame: Hashable, Sendable {
  case text([UInt8])
  case binary
  case ping([UInt8])
  case pong([UInt8])
}

/// Why there is no connection of the billing push.
package enum PushFailure: Error, Hashable, Sendable {
  /// HTTP 401 at the upgrade.
  case tokenRefused
  /// Another HTTP status than 101 at the upgrade.
  case refused(status: Int)
  case connection(String)
  case timeout(String)
  /// What no second attempt would mend, such as a certificate file that cannot be read.
  case configuration(String)
  case cancelled

  /// The failure as the API's error.
  package var error: PBXError {
    switch self {
    case .tokenRefused: BillingPush.error(.notSignedIn)
    case .refused(let status): BillingPush.error(.unexpectedStatus(status))
    case .connection(let reason), .configuration(let reason):
      BillingPush.error(.connection(reason))
    case .timeout(let reason): BillingPush.error(.timeout(reason))
    case .cancelled: BillingPush.error(.cancelled)
    }
  }
}
