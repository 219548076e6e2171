extension PBXError: CustomStringConvertible {
  /// One line: the operation, what went wrong, and what the PBX said beyond that.
  public var description: String {
    let reason = "\(operation): \(cause)"
    guard let detail, !detail.isEmpty else { return reason }
    return "\(reason) (\(detail))"
  }
}

extension PBXError.Cause: CustomStringConvertible {
  public var description: String {
    switch self {
    case .refused(let code):
      code.english.isEmpty
        ? "refused with code \(code.rawValue)"
        : "refused with code \(code.rawValue) \(code.chinese), \(code.english)"
    case .invalidParameters(let reason): "invalid parameters: \(reason)"
    case .unsupported: "this PBX cannot do it"
    case .unknownOperation: "the PBX has no such operation"
    case .noRecording: "the PBX has no such recording"
    case .notSignedIn: "the PBX does not take the access token"
    case .wrongCredentials(let reason): "the PBX refuses to sign in: \(reason)"
    case .notTheAPI: "the answer is a web page, not the API's: a proxy's, or of another server"
    case .unexpectedStatus(let status): "the PBX answered HTTP \(status)"
    case .undecodable(let reason): "the answer is not the API's: \(reason)"
    case .connection(let reason): "no connection: \(reason)"
    case .timeout(let reason): "no answer in time: \(reason)"
    case .cancelled: "cancelled"
    case .lab(let reason): reason
    }
  }
}

extension PBXError {
  /// The code the PBX refused with, nil where it was something else.
  public var code: APIErrorCode? {
    if case .refused(let code) = cause { code } else { nil }
  }
}
