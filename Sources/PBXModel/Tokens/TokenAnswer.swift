/// What `POST /oauth/token` answers, without an envelope.
public struct TokenAnswer: PBXRecord {
  public static let recordName = "token"
  public static let fields = [
    RecordField("token_type", "`Bearer`."),
    RecordField("expires_in", .number, "The token's life in seconds."),
    RecordField("access_token", "What the other operations are called with."),
    RecordField("refresh_token", "What a new token is asked for with; empty where there is none."),
  ]

  public var json: JSONObject

  public init(json: JSONObject) {
    self.json = json
  }

  package init(accessToken: String, lifeSeconds: Int, refreshToken: String) {
    self.init(json: [
      "token_type": "Bearer", "expires_in": .integer(lifeSeconds),
      "access_token": .string(accessToken), "refresh_token": .string(refreshToken),
    ])
  }

  public var accessToken: String { text("access_token") }
  /// Nil where the PBX gives out none, or an empty one.
  public var refreshToken: String? {
    let token = text("refresh_token")
    return token.isEmpty ? nil : token
  }
  /// How long it is good for; nil where that is not said.
  public var life: Duration? {
    let seconds = integer("expires_in")
    return seconds > 0 ? .seconds(seconds) : nil
  }
}
