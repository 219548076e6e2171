package import PBXModel

/// What the lists of agents show.
extension Switchboard {
  /// The agents of the queues.
  package func agents(_ request: ListAgents) throws(PBXError) -> AgentTable {
    try request.validate()
    return AgentTable(agents: [])
  }

  /// The agents of a queue, their states in words.
  package func queueMembers(_ request: ListQueueMembers) throws(PBXError) -> Page<QueueMember> {
    try request.validate()
    return Page(rows: [], total: 0)
  }
}
