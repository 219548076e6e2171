import PBXModel

/// An error, and whether the same call may work if it is made again a little later.
struct CallFailure: Error, Hashable, Sendable {
  var error: PBXError
  var isPassing: Bool

  /// A caller was cancelled while it waited for a token that another one fetches.
  static let cancelled = CallFailure(
    error: PBXError(operation: TokenRequest.name, cause: .cancelled), isPassing: false)
}
