/// Lists agents with their state, by queue and extension: `GET /api/v1/agent/getAgentStatus`.
public struct ListAgents: Hashable, Sendable {
  /// Only this agent.
  public var agentID: String?
  /// Only the agent at this extension.
  public var `extension`: String?
  /// Only the agents of this queue.
  public var queue: String?

  public init(agentID: String? = nil, `extension`: String? = nil, queue: String? = nil) {
    self.agentID = agentID
    self.extension = `extension`
    self.queue = queue
  }
}

extension ListAgents: PBXOperation {
  public static let name = "agent/getAgentStatus"
  public static let method = HTTPMethod.get
  public static let placement = ParameterPlacement.bodyAndQuery
  public static let summary = "Lists agents with their state, by queue and extension"
  public static let fields: [OperationField] = [
    .optional("agentid", "Only this agent."),
    .optional("extension", "Only the agent at this extension."),
    .optional("queue", "Only the agents of this queue."),
  ]
  public static let parameterError: APIErrorCode? = nil
  public static let failure: APIErrorCode? = nil
  public static let examples = [
    ListAgents(agentID: "1011", extension: "8001", queue: "200")
  ]
  public static let exampleAnswer = AgentTable(agents: [AgentRecord.example])

  public init(parameters: OperationParameters) throws(PBXError) {
    self.init(
      agentID: try parameters.optional("agentid"),
      extension: try parameters.optional("extension"),
      queue: try parameters.optional("queue"))
  }

  public var parameters: JSONObject {
    var json = JSONObject()
    json["agentid"] = agentID.map(JSONValue.string)
    json["extension"] = self.extension.map(JSONValue.string)
    json["queue"] = queue.map(JSONValue.string)
    return json
  }

  public func perform(on service: some PBXService) async throws(PBXError) -> AgentTable {
    try await service.agents(self)
  }
}
