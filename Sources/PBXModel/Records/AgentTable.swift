/// What `agent/getAgentStatus` answers: agents by queue and extension.
public struct AgentTable: OperationAnswer {
  public static let shape = AnswerShape.agents(AgentRecord.form)

  /// In the order of the answer; an agent of several queues stands here once for each.
  public var agents: [AgentRecord]

  public init(agents: [AgentRecord]) {
    self.agents = agents
  }

  /// Takes the empty array that PHP writes for an empty map.
  public init?(data: JSONValue, total: Int) {
    switch data {
    case .array([]), .null: agents = []
    case .object(let queues):
      agents = []
      for queue in queues.members {
        // An empty queue is an empty array again.
        if case .array([]) = queue.value { continue }
        guard let extensions = queue.value.object else { return nil }
        for member in extensions.members {
          guard let json = member.value.object else { return nil }
          agents.append(AgentRecord(json: json))
        }
      }
    case .array, .boolean, .integer, .number, .string: return nil
    }
  }

  public var data: JSONValue {
    if agents.isEmpty { return [] }
    var queues: [String: JSONObject] = [:]
    var names: [String] = []
    for agent in agents {
      if queues[agent.queue] == nil { names.append(agent.queue) }
      queues[agent.queue, default: JSONObject()][agent.extension] = .object(agent.json)
    }
    return .object(
      JSONObject(
        merging: names.map { .init(name: $0, value: .object(queues[$0] ?? JSONObject())) }))
  }
}
