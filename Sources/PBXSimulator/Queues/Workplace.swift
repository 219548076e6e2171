import PBXModel

/// What the queues know of an extension where an agent works: one phone, however many queues.
struct Workplace: Sendable {
  /// The last call that the agent took out of a queue.
  struct LastCall: Hashable, Sendable {
    var queue: String
    var end: Timestamp
    /// When the wrap-up after it is over.
    var wrapUpEnd: Timestamp
  }

  /// The queues that an agent is signed in to here, in that order.
  var queues: [String] = []
  /// The agent's channel that rings for a queue.
  var ring: ChannelID?
  /// The agent's channel that took a call out of a queue.
  var call: ChannelID?
  var lastCall: LastCall?
  /// The channel that picked up another one's call.
  var pickup: ChannelID?

  /// Whether a queue may ring the agent, as far as the queues know.
  ///
  /// The wrap-up after a call holds in all queues, as with `shared_lastcall` of `queues.conf`.
  func isFree(at moment: Timestamp) -> Bool {
    ring == nil && call == nil && lastCall.map { $0.wrapUpEnd <= moment } ?? true
  }
}
