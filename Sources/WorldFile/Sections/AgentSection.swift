import PBXModel
import PBXSimulator

extension Section where Subject == Agent {
  static let agents = Section(
    name: "an agent", blank: Agent(id: "", extension: "", queues: []),
    fields: [
      Field("id", \.id, .word.naming(.agent), isRequired: true, "How the agent is called"),
      Field(
        "extension", \.extension,
        .dialled.naming(.agentsExtension).referring(to: .extension), isRequired: true,
        "Where the agent's phone is"),
      Field(
        "queues", \.queues, Section<Agent.Membership>.memberships.listForm, isRequired: true,
        "The queues that the agent takes calls of"),
      Field("status", \.pause, .status, "What the agent does as the world begins"),
    ],
    example: Agent(
      id: "1001", extension: "8001",
      queues: [Agent.Membership(queue: "200"), Agent.Membership(queue: "201", penalty: 1)]))
}

extension Section where Subject == Agent.Membership {
  static let memberships = Section(
    name: "a queue's number, or a map", blank: Agent.Membership(queue: ""),
    fields: [
      Field(
        "queue", \.queue, .dialled.referring(to: .queue), isRequired: true, "The queue's number"),
      Field(
        "penalty", \.penalty, .number(in: 0...99),
        "Those with the lowest penalty are called first"),
    ])
}

extension ValueForm where Value == PauseCode {
  /// By the words of the language.
  fileprivate static var status: ValueForm {
    .choice(of: [
      ("ready", .ready), ("private", .privateBreak), ("business", .business),
      ("custom1", .custom1), ("custom2", .custom2), ("custom3", .custom3),
    ])
  }
}

extension Section where Subject == AgentTimers {
  static let agentTimers = Section(
    name: "a map of agents' timers", blank: AgentTimers(),
    fields: [
      Field(
        "ring-timeout", \.ringTimeout, .duration,
        "How long a call that rang out is shown: status 8"),
      Field(
        "break-limit", \.breakLimit, .duration, "From when on a break is overrun: status 9"),
    ])
}
