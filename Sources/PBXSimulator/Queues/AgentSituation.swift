import PBXModel

/// All that decides what a queue shows of an agent.
struct AgentSituation: Sendable {
  /// A ring or a call out of a queue.
  struct Work: Hashable, Sendable {
    var queue: String
    var begin: Timestamp
  }

  var queue: String
  var member: Member
  /// The ring of this or another queue.
  var ring: Work?
  /// The call of this or another queue.
  var call: Work?
  var lastCall: Workplace.LastCall?
  /// Whether the agent is in a call that rang elsewhere.
  var hasPickedUp: Bool
  var device: DeviceState
  /// When the phone's state began.
  var deviceBegin: Timestamp
  var timers: AgentTimers
  var now: Timestamp

  /// What the agent does, and since when.
  ///
  /// What a queue has the agent do comes before a break, a break before what the phone does by
  /// itself, and that before what only time ends.
  var status: (AgentStatus, since: Timestamp) {
    if let end = member.end { return (.signedOut, end) }
    if let call, call.queue == queue { return (.onCall, call.begin) }
    if let ring, ring.queue == queue { return (.ringing, ring.begin) }
    return pauseStatus ?? phoneStatus ?? passingStatus ?? (.ready, readyBegin)
  }

  private var pauseStatus: (AgentStatus, since: Timestamp)? {
    guard let pause = member.pause else { return nil }
    let overrun = pause.begin.advanced(by: timers.breakLimit)
    return overrun <= now ? (.breakOverrun, overrun) : (AgentStatus(pause.code), pause.begin)
  }

  private var phoneStatus: (AgentStatus, since: Timestamp)? {
    if let call { return (.busyInAnotherQueue, call.begin) }
    switch device {
    case .ringing: return (.ringing, deviceBegin)
    case .inUse, .busy, .onHold, .ringingInUse:
      return (hasPickedUp ? .pickup : .outboundWork, deviceBegin)
    default: return nil
    }
  }

  private var passingStatus: (AgentStatus, since: Timestamp)? {
    if let lastCall, now < lastCall.wrapUpEnd {
      return (lastCall.queue == queue ? .wrapUp : .busyInAnotherQueue, lastCall.end)
    }
    guard let miss, now < miss.advanced(by: timers.ringTimeout) else { return nil }
    return (.ringTimeout, miss)
  }

  /// When a call last rang without an answer, unless the agent has taken one since.
  private var miss: Timestamp? {
    guard let miss = member.lastMiss, lastCall.map({ $0.end < miss }) ?? true else { return nil }
    return miss
  }

  /// When the last thing ended that kept the agent from being ready.
  private var readyBegin: Timestamp {
    [
      member.begin, member.resumed, lastCall?.wrapUpEnd, deviceBegin,
      miss?.advanced(by: timers.ringTimeout),
    ].compactMap { $0 }.filter { $0 <= now }.max() ?? member.begin
  }
}
