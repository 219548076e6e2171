/// Decides what goes wrong, for whoever lets it go wrong: a server, or what stands for one.
package protocol FaultSource: Sendable {
  /// Whether nothing is answered now.
  var isNetworkDown: Bool { get }
  /// What becomes of a request for an operation that comes in now; it counts as having happened.
  func verdict(on operation: String) -> FaultVerdict
}

/// What becomes of one request.
package struct FaultVerdict: Hashable, Sendable {
  package enum Outcome: Hashable, Sendable {
    /// It is done as ever.
    case passes
    case refusal(APIErrorCode)
    /// A web page with HTTP 502.
    case page
    /// The connection is closed without an answer.
    case disconnection
    /// HTTP 401, and every access token is void.
    case expiredToken
  }

  package var outcome: Outcome
  /// How much later than usual the answer comes.
  package var delay: Duration

  package init(_ outcome: Outcome, delay: Duration = .zero) {
    self.outcome = outcome
    self.delay = delay
  }
}
