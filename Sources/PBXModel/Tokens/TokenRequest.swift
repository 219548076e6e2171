/// A request for a token: `POST /oauth/token`, whose answer has no envelope.
public struct TokenRequest: Hashable, Sendable {
  /// How one proves who one is.
  public enum Grant: Hashable, Sendable {
    case password(username: String, password: String)
    case refreshToken(String)
  }

  public static let path = "/oauth/token"
  public static let method = HTTPMethod.post
  /// Its name in messages.
  public static let name = "oauth/token"
  public static let summary = "Gives out an access token, for a password or a refresh token"

  public var clientID: String
  public var clientSecret: String
  public var grant: Grant
  /// `*` for a password, empty for a refresh token, in the document.
  public var scope: String

  public init(clientID: String, clientSecret: String, grant: Grant) {
    self.clientID = clientID
    self.clientSecret = clientSecret
    self.grant = grant
    switch grant {
    case .password: scope = "*"
    case .refreshToken: scope = ""
    }
  }

  /// Reads a request; throws `OAuthError` where something is missing or the grant is unknown.
  package init(parameters: JSONObject) throws(OAuthError) {
    func required(_ name: String) throws(OAuthError) -> String {
      switch parameters[name] {
      case .string(let text) where !text.isEmpty: return text
      case .integer(let number): return String(number)
      default: throw .invalidRequest("`\(name)` is required")
      }
    }
    switch try required("grant_type") {
    case "password":
      grant = .password(
        username: try required("username"), password: try required("password"))
    case "refresh_token":
      // The document's own example has an empty one.
      if case .string(let token) = parameters["refresh_token"] {
        grant = .refreshToken(token)
      } else {
        throw .invalidRequest("`refresh_token` is required")
      }
    case let type: throw .unsupportedGrantType("there is no grant type `\(type)`")
    }
    clientID = try required("client_id")
    clientSecret = try required("client_secret")
    guard case .string(let text) = parameters["scope"] else {
      throw .invalidRequest("`scope` is required, `*` for a password and empty for a refresh token")
    }
    scope = text
  }

  /// The client id goes out as a number where it is one, as the document's table has it.
  public var parameters: JSONObject {
    var json = JSONObject()
    let id = Int(clientID).flatMap { String($0) == clientID ? JSONValue.integer($0) : nil }
    switch grant {
    case .password(let username, let password):
      json["grant_type"] = "password"
      json["client_id"] = id ?? .string(clientID)
      json["client_secret"] = .string(clientSecret)
      json["username"] = .string(username)
      json["password"] = .string(password)
    case .refreshToken(let token):
      json["grant_type"] = "refresh_token"
      json["refresh_token"] = .string(token)
      json["client_id"] = id ?? .string(clientID)
      json["client_secret"] = .string(clientSecret)
    }
    json["scope"] = .string(scope)
    return json
  }

  /// The parameters that no message may show.
  public static let secrets: Set<String> = [
    "client_secret", "password", "refresh_token", "access_token", "token",
  ]

  /// The one of the vendor's document for a password, without its secrets.
  package static let passwordExample = TokenRequest(
    clientID: "4", clientSecret: "CLIENT_SECRET",
    grant: .password(username: "user1", password: "PASSWORD"))
}
