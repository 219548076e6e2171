extension PBXError: CustomStringConvertible {
  /// One line: the operation, what went wrong, and what the PBX said beyond that.
  package var description: String {
    let reason = "\(operation): \(cause)"
    guard let detail, !detail.isEmpty else { return reason }
    return "\(reason) (\(detail))"
  }
}

extension PBXError.Cause: CustomStringConvertible {
  package var description: String {
    switch self {
    case .refused(let code):
      code.english.isEmpty
        ? "refused with code \(code.rawValue)"
        : "refused with code \(code.rawValue) \(code.chinese), \(code.english)"
    case .invalidParameters(let reason): "invalid parameters: \(reason)"
    case .unsupported: "this PBX cannot do it"
    case .unknownOperation: "the PBX has no such operation"
    case .lab(let reason): reason
    case .connection(let reason): "no connection: \(reason)"
    }
  }
}

extension PBXError {
  /// The code the PBX refused with, nil where it was something else.
  package var code: APIErrorCode? {
    if case .refused(let code) = cause { code } else { nil }
  }
}
