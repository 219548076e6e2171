/// Sets an agent ready, or a kind of break: `POST /api/v1/agent/pause`.
public struct PauseAgent: Hashable, Sendable {
  /// Where the agent works.
  public var `extension`: String
  /// The state to set.
  public var pause: PauseCode
  /// The queue's number.
  public var queue: String
  /// Why, in words of one's own.
  public var reason: String?

  public init(`extension`: String, pause: PauseCode, queue: String, reason: String? = nil) {
    self.extension = `extension`
    self.pause = pause
    self.queue = queue
    self.reason = reason
  }
}

extension PauseAgent: PBXOperation {
  public static let name = "agent/pause"
  public static let method = HTTPMethod.post
  public static let summary = "Sets an agent ready, or a kind of break"
  public static let fields: [OperationField] = [
    .required("extension", "Where the agent works."),
    .required("paused", .number, PauseCode.documentation, values: PauseCode.values),
    .required("queue", "The queue's number."),
    .optional("reason", "Why, in words of one's own."),
  ]
  public static let parameterError: APIErrorCode? = 610003
  public static let failure: APIErrorCode? = 610004
  public static let examples = [
    PauseAgent(extension: "8001", pause: .business, queue: "200", reason: "PublicBreak")
  ]
  public static let exampleAnswer = Done()

  public init(parameters: OperationParameters) throws(PBXError) {
    self.init(
      extension: try parameters.required("extension"),
      pause: try parameters.requiredPauseCode("paused"),
      queue: try parameters.required("queue"),
      reason: try parameters.optional("reason"))
  }

  public var parameters: JSONObject {
    var json: JSONObject = [
      "extension": .string(self.extension), "paused": .integer(pause.rawValue),
      "queue": .string(queue),
    ]
    json["reason"] = reason.map(JSONValue.string)
    return json
  }

  public func perform(on service: some PBXService) async throws(PBXError) -> Done {
    try await service.pauseAgent(self)
    return Done()
  }
}
