import PBXModel

/// The queues of a telephone system, who waits in them, and who works in them.
struct QueueTable: Sendable {
  /// A call out of a queue that rings at an agent's phone.
  struct Ring: Sendable {
    var queue: String
    var member: Member
    var caller: ChannelID
    var begin: Timestamp
    /// The caller's record of this ring.
    var record: RecordDraft
  }

  /// A call out of a queue that an agent has answered.
  struct Call: Sendable {
    var queue: String
    var member: Member
    var caller: ChannelID
    var begin: Timestamp
  }

  /// By number.
  var queues: [String: QueueState]
  /// By extension.
  var workplaces: [String: Workplace] = [:]
  /// Who waits, by their channel.
  var callers: [ChannelID: QueuedCaller] = [:]
  /// Who waits, by the number they show, in the order they came.
  var callersByNumber: [String: [ChannelID]] = [:]
  /// By the agent's channel.
  var rings: [ChannelID: Ring] = [:]
  /// By the agent's channel.
  var calls: [ChannelID: Call] = [:]
  /// The agent's channel, by the caller's.
  var agents: [ChannelID: ChannelID] = [:]
  var arrivals = 0
  var signIns = 0
  var random: SplitMix64

  init(world: World, seed: UInt64) {
    queues = Dictionary(
      world.queues.map { ($0.number, QueueState($0)) }, uniquingKeysWith: { first, _ in first })
    random = SplitMix64(seed: ~seed)
  }
}
