/// Why an operation of the PBX did not do what was asked, with the operation it happened in.
package struct PBXError: Error, Hashable, Sendable {
  /// What was wrong.
  package enum Cause: Hashable, Sendable {
    /// The PBX answered an error code of its own.
    case refused(APIErrorCode)
    /// A parameter was wrong where the API has no code for it: HTTP 422.
    case invalidParameters(String)
    /// The backend cannot do this operation: HTTP 501.
    case unsupported
    /// There is no operation of that method and path: HTTP 404.
    case unknownOperation
    /// The lab has no such phone, trunk or number.
    case lab(String)
    /// The PBX could not be reached.
    case connection(String)
  }

  /// The operation's name, such as `call/dial`.
  package var operation: String
  package var cause: Cause
  /// What the PBX said beyond the code, where it did.
  package var detail: String?

  package init(operation: String, cause: Cause, detail: String? = nil) {
    self.operation = operation
    self.cause = cause
    self.detail = detail
  }
}
