/// As whom to sign in to a PBX.
public struct Credentials: Sendable, Hashable {
  /// The client that the administrator made in the PBX's settings.
  public var clientID: String
  public var clientSecret: String
  public var username: String
  public var password: String

  public init(clientID: String, clientSecret: String, username: String, password: String) {
    self.clientID = clientID
    self.clientSecret = clientSecret
    self.username = username
    self.password = password
  }
}

extension Credentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The user and the client, without the secrets.
  public var description: String { "user `\(username)` by client `\(clientID)`" }
  public var debugDescription: String { description }
  /// A dump walks the mirror and not the description.
  public var customMirror: Mirror {
    Mirror(self, children: ["clientID": clientID, "username": username])
  }
}
