import PBXModel

/// Whose turn it is, and ringing agents for them.
extension Switchboard {
  /// Has it looked whose turn it is in all queues of an extension: its phone or its agent changed.
  mutating func requestTurns(at number: String) {
    for queue in queueing.workplaces[number]?.queues ?? [] {
      requestTurns(in: queue)
      requestCheck(of: queue)
    }
  }

  /// Has it looked whose turn it is in a queue, once all that happens now has happened.
  mutating func requestTurns(in number: String) {
    guard let state = queueing.queues[number], !state.isTurnDue, !state.waiting.isEmpty else {
      return
    }
    queueing.queues[number]?.isTurnDue = true
    schedule(.queue(.takeTurns(queue: number)), after: Latency.queueTurn)
  }

  /// Lets every caller whose turn it is ring agents: as many callers ring as agents are free, the
  /// first ones first.
  mutating func takeTurns(in number: String) {
    queueing.queues[number]?.isTurnDue = false
    while let caller = nextInTurn(in: number) { beginAttempt(caller) }
  }

  /// The first caller whose turn it is, and for whom nobody's phone rings yet.
  func nextInTurn(in number: String) -> ChannelID? {
    guard let state = queueing.queues[number], !state.waiting.isEmpty else { return nil }
    var free = state.members.count { isAvailable($0) }
    // All free phones ring for the first caller.
    if state.queue.strategy == .ringall { free = min(free, 1) }
    var turns = 0
    for id in state.waiting.callers {
      guard turns < free else { return nil }
      guard let caller = queueing.callers[id], caller.attempt == nil else { continue }
      if !caller.isResting { return id }
      // Who rests keeps its agent.
      turns += 1
    }
    return nil
  }

  /// Whether a queue may ring an agent now.
  func isAvailable(_ member: Member) -> Bool {
    guard member.pause == nil else { return false }
    if let workplace = queueing.workplaces[member.extension], !workplace.isFree(at: now) {
      return false
    }
    return deviceState(of: .line(member.extension)) == .notInUse
  }

  private mutating func beginAttempt(_ id: ChannelID) {
    guard let queue = queueing.callers[id].flatMap({ queueing.queues[$0.queue]?.queue }) else {
      return
    }
    queueing.callers[id]?.attempt = QueuedCaller.Attempt(legs: [], rung: [])
    queueing.callers[id]?.attempts += 1
    let attempt = queueing.callers[id]?.attempts ?? 0
    // A time-out of 0 is none, as in queues.conf.
    if queue.ringTimeout > .zero {
      schedule(.queue(.giveUpAttempt(id, attempt: attempt)), after: queue.ringTimeout)
    }
    if !ringBest(for: id) { endAttempt(id) }
  }

  /// Rings whom the queue's strategy names of those who are free and were not rung in this attempt;
  /// answers whether there was anybody.
  private mutating func ringBest(for id: ChannelID) -> Bool {
    guard let caller = queueing.callers[id], let attempt = caller.attempt,
      let state = queueing.queues[caller.queue]
    else { return false }
    let candidates = state.members.filter { !attempt.rung.contains($0.serial) && isAvailable($0) }
    let last = state.queue.strategy == .linear ? caller.lastRung : state.lastRung
    let best = state.queue.strategy.choose(
      among: candidates, after: last, using: &queueing.random)
    for member in best { ring(member, for: id, of: caller.queue) }
    return !best.isEmpty
  }

  private mutating func ring(_ member: Member, for id: ChannelID, of queue: String) {
    renewRecord(of: id)
    guard var record = channels[id]?.record else { return }
    let leg = makeChannel(
      to: .line(member.extension), number: member.extension, state: .down, caller: id)
    // The queue waits for the answer, not the caller: it goes on when this one refuses.
    channels[leg]?.caller = nil
    record.destinationChannel = channels[leg]?.name ?? ""
    record.agentID = member.agentID
    channels[id]?.record = nil
    queueing.rings[leg] = QueueTable.Ring(
      queue: queue, member: member, caller: id, begin: now, record: record)
    queueing.workplaces[member.extension, default: Workplace()].ring = leg
    queueing.queues[queue]?.lastRung = member.serial
    queueing.callers[id]?.lastRung = member.serial
    queueing.callers[id]?.attempt?.rung.insert(member.serial)
    queueing.callers[id]?.attempt?.legs.append(leg)
    schedule(.invite(leg), after: Latency.invite)
  }

  /// An agent's phone has stopped ringing: the caller's record of it is complete.
  mutating func endRing(_ leg: ChannelID, status: RecordDraft.DialStatus) {
    guard var ring = queueing.rings.removeValue(forKey: leg) else { return }
    queueing.workplaces[ring.member.extension]?.ring = nil
    queueing.callers[ring.caller]?.attempt?.legs.removeAll { $0 == leg }
    ring.record.status = status
    ring.record.end = now
    channels[ring.caller]?.finishedRecords.append(ring.record)
    // A phone that refuses never shows that it rang: its other queues have to be told.
    requestTurns(at: ring.member.extension)
  }

  /// An agent's phone refused, or did not answer: the caller waits for another one.
  mutating func missRing(_ leg: ChannelID, status: RecordDraft.DialStatus) {
    guard let ring = queueing.rings[leg] else { return }
    endRing(leg, status: status)
    if queueing.queues[ring.queue]?[ring.member.extension]?.serial == ring.member.serial {
      queueing.queues[ring.queue]?[ring.member.extension]?.lastMiss = now
    }
    guard let caller = queueing.callers[ring.caller] else { return }
    schedule(.queue(.ringNext(ring.caller, attempt: caller.attempts)), after: Latency.proceed)
  }

  mutating func ringNext(_ id: ChannelID, attempt: Int) {
    guard let caller = queueing.callers[id], caller.attempts == attempt,
      let current = caller.attempt, let queue = queueing.queues[caller.queue]?.queue
    else { return }
    // Where all ring at once, only those who still do may answer; else the next best rings.
    let isRinging = queue.strategy == .ringall ? false : ringBest(for: id)
    if !isRinging, current.legs.isEmpty { endAttempt(id) }
  }

  mutating func giveUpAttempt(_ id: ChannelID, attempt: Int) {
    guard let caller = queueing.callers[id], caller.attempts == attempt,
      let current = caller.attempt
    else { return }
    for leg in current.legs {
      missRing(leg, status: .noAnswer)
      end(leg, cause: .unknown)
    }
    endAttempt(id)
  }

  /// Nobody has answered: the caller rests for a moment, and it is its turn again.
  private mutating func endAttempt(_ id: ChannelID) {
    guard let caller = queueing.callers[id], let state = queueing.queues[caller.queue] else {
      return
    }
    queueing.callers[id]?.attempt = nil
    queueing.callers[id]?.isResting = true
    schedule(.queue(.endRest(id, attempt: caller.attempts)), after: state.queue.retry)
    requestCheck(of: caller.queue)
  }

  mutating func endRest(_ id: ChannelID, attempt: Int) {
    guard let caller = queueing.callers[id], caller.attempts == attempt, caller.isResting else {
      return
    }
    queueing.callers[id]?.isResting = false
    takeTurns(in: caller.queue)
  }
}
