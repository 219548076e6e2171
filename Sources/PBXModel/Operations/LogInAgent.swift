/// Signs an agent into a queue: `POST /api/v1/agent/login`.
public struct LogInAgent: Hashable, Sendable {
  /// The agent's number.
  public var agentID: String
  /// Where the agent works.
  public var `extension`: String
  /// The queue's number.
  public var queue: String
  /// 0 to 99; the lowest is called first.
  public var penalty: Int
  /// The state to begin in.
  public var pause: PauseCode

  public init(
    agentID: String, `extension`: String, queue: String, penalty: Int = 0,
    pause: PauseCode = .ready
  ) {
    self.agentID = agentID
    self.extension = `extension`
    self.queue = queue
    self.penalty = penalty
    self.pause = pause
  }
}

extension LogInAgent: PBXOperation {
  public static let name = "agent/login"
  public static let method = HTTPMethod.post
  public static let summary = "Signs an agent into a queue"
  public static let fields: [OperationField] = [
    .required("agentid", "The agent's number."),
    .required("extension", "Where the agent works."),
    .required("queue", "The queue's number."),
    .optional("penalty", .number, "0 to 99; the lowest is called first."),
    .optional("paused", .number, PauseCode.documentation, values: PauseCode.values),
  ]
  public static let parameterError: APIErrorCode? = 610007
  public static let failure: APIErrorCode? = 610000
  public static let examples = [
    LogInAgent(agentID: "1011", extension: "8001", queue: "200", penalty: 0, pause: .ready)
  ]
  public static let exampleAnswer = Done()

  public init(parameters: OperationParameters) throws(PBXError) {
    self.init(
      agentID: try parameters.required("agentid"),
      extension: try parameters.required("extension"),
      queue: try parameters.required("queue"),
      penalty: try parameters.optionalNumber("penalty", in: 0...99) ?? 0,
      pause: try parameters.pauseCode("paused") ?? .ready)
  }

  public var parameters: JSONObject {
    [
      "agentid": .string(agentID), "extension": .string(self.extension),
      "queue": .string(queue), "penalty": .integer(penalty), "paused": .integer(pause.rawValue),
    ]
  }

  public func perform(on service: some PBXService) async throws(PBXError) -> Done {
    try await service.logInAgent(self)
    return Done()
  }
}
