/// Why an operation of the PBX did not do what was asked, with the operation it happened in.
public struct PBXError: Error, Hashable, Sendable {
  /// What was wrong.
  public enum Cause: Hashable, Sendable {
    /// The PBX answered an error code of its own.
    case refused(APIErrorCode)
    /// A parameter was wrong where the API has no code for it: HTTP 422.
    case invalidParameters(String)
    /// The backend cannot do this operation: HTTP 501.
    case unsupported
    /// There is no operation of that method and path: HTTP 404.
    case unknownOperation
    /// There is no such file below `monitor/` and `voicemail/`: HTTP 404.
    case noRecording
    /// The PBX did not take the access token, not even a fresh one: HTTP 401.
    case notSignedIn
    /// The PBX did not give out a token for these credentials, and why in its words.
    case wrongCredentials(String)
    /// Something between here and the PBX answered in its place, such as a proxy's error page.
    case notTheAPI
    /// The PBX answered a status that the API does not know, such as HTTP 500.
    case unexpectedStatus(Int)
    /// The answer is not what the API documents for this operation.
    case undecodable(String)
    /// The PBX could not be reached, or the connection was lost.
    case connection(String)
    /// The answer did not come in time.
    case timeout(String)
    /// The task was cancelled while it waited for the PBX.
    case cancelled
    /// The lab has no such phone, trunk or number.
    case lab(String)
  }

  /// The operation's name, such as `call/dial`.
  public var operation: String
  public var cause: Cause
  /// What the PBX said beyond the code, where it did.
  public var detail: String?
  /// What went over the network, where anything did.
  public var exchange: HTTPExchange?

  public init(
    operation: String, cause: Cause, detail: String? = nil, exchange: HTTPExchange? = nil
  ) {
    self.operation = operation
    self.cause = cause
    self.detail = detail
    self.exchange = exchange
  }
}

/// What was sent to a PBX and what came back, short enough for a message and without secrets.
public struct HTTPExchange: Hashable, Sendable {
  /// Method, path and parameters, such as `POST /api/v1/call/dial {"extension":"8001"}`.
  public var request: String
  /// Nil where no answer came.
  public var status: Int?
  /// The beginning of the answer's body.
  public var bodyStart: String

  public init(request: String, status: Int? = nil, bodyStart: String = "") {
    self.request = request
    self.status = status
    self.bodyStart = bodyStart
  }
}
