/// Why no token is given out, in the terms of OAuth 2 (RFC 6749, section 5.2).
public struct OAuthError: Error, Hashable, Sendable {
  /// `invalid_client`, `invalid_grant`, `invalid_request` or `unsupported_grant_type`.
  public var error: String
  public var description: String

  public init(error: String, description: String) {
    self.error = error
    self.description = description
  }

  /// Nil where it is no such answer.
  public init?(json: JSONValue) {
    guard let object = json.object, case .string(let error) = object["error"] else { return nil }
    self.error = error
    if case .string(let text) = object["error_description"] ?? object["message"] {
      description = text
    } else {
      description = ""
    }
  }

  package static func invalidRequest(_ description: String) -> OAuthError {
    OAuthError(error: "invalid_request", description: description)
  }

  package static func unsupportedGrantType(_ description: String) -> OAuthError {
    OAuthError(error: "unsupported_grant_type", description: description)
  }

  package static let invalidClient = OAuthError(
    error: "invalid_client", description: "the client id or the client secret is wrong")
  package static let invalidGrant = OAuthError(
    error: "invalid_grant", description: "the username or the password is wrong")
  package static let invalidRefreshToken = OAuthError(
    error: "invalid_grant", description: "the refresh token is not valid, or no longer")

  /// 401 for wrong credentials of the client, else 400.
  package var httpStatus: Int { error == "invalid_client" ? 401 : 400 }

  public var json: JSONObject {
    [
      "error": .string(error), "error_description": .string(description),
      "message": .string(description),
    ]
  }
}
