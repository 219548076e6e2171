import PBXModel

/// Coming to a queue and leaving it.
extension Switchboard {
  mutating func perform(_ step: QueueStep) {
    switch step {
    case .join(let id): join(id)
    case .takeTurns(let queue): takeTurns(in: queue)
    case .ringNext(let id, let attempt): ringNext(id, attempt: attempt)
    case .giveUpAttempt(let id, let attempt): giveUpAttempt(id, attempt: attempt)
    case .endRest(let id, let attempt): endRest(id, attempt: attempt)
    case .expire(let id, let arrival): expire(id, arrival: arrival)
    case .leaveIfEmpty(let queue): leaveIfEmpty(queue)
    case .endWrapUp(let number): requestTurns(at: number)
    }
  }

  /// Answers a caller, who waits in the queue soon after.
  mutating func enterQueue(_ number: String, _ channel: Channel) {
    channels[channel.id]?.record?.application = "Queue"
    channels[channel.id]?.record?.applicationData = "\(number),tT"
    channels[channel.id]?.application = .queue(number)
    let wasAnswered = channel.state == .up
    putThrough(channel.id)
    schedule(.queue(.join(channel.id)), after: wasAnswered ? .zero : Latency.queueAnswer)
  }

  /// The caller waits in the queue, with music, until an agent answers or somebody hangs up.
  private mutating func join(_ id: ChannelID) {
    guard let channel = channels[id], case .queue(let number) = channel.application,
      queueing.callers[id] == nil, let queue = queueing.queues[number]?.queue
    else { return }
    guard mayJoin(number) else { return leave(id, for: queue) }
    let arrival = Counters.take(&queueing.arrivals)
    queueing.callers[id] = QueuedCaller(
      queue: number, number: channel.callerNumber, arrival: arrival, begin: now)
    queueing.callersByNumber[channel.callerNumber, default: []].append(id)
    queueing.queues[number]?.waiting.append(id, arrival: arrival)
    emit(.queued(channel.party, queue: number))
    if let limit = queue.maxWait {
      schedule(.queue(.expire(id, arrival: arrival)), after: limit)
    }
    endIfDeserted(id)
    takeTurns(in: number)
    requestCheck(of: number)
  }

  private func mayJoin(_ number: String) -> Bool {
    guard let state = queueing.queues[number] else { return false }
    return !isEmpty(state, by: state.queue.joinRefusal)
      && state.queue.maxLength.map { state.waiting.count < $0 } ?? true
  }

  /// Takes a caller out of the queue; agents' phones that ring for it stop.
  mutating func stopWaiting(_ id: ChannelID, wasTaken: Bool) {
    guard let caller = queueing.callers[id] else { return }
    for leg in caller.attempt?.legs ?? [] {
      endRing(leg, status: .noAnswer)
      end(leg, cause: .normalClearing)
    }
    queueing.callers[id] = nil
    queueing.callersByNumber[caller.number]?.removeAll { $0 == id }
    if queueing.callersByNumber[caller.number] == [] {
      queueing.callersByNumber[caller.number] = nil
    }
    queueing.queues[caller.queue]?.waiting.remove(arrival: caller.arrival)
    if wasTaken {
      queueing.queues[caller.queue]?.taken += 1
    } else {
      queueing.queues[caller.queue]?.abandoned += 1
      changeLastRecord(of: id) { $0.serviceLevel = 0 }
    }
    // Another one may have moved up to where its turn comes.
    requestTurns(in: caller.queue)
  }

  /// Sends a caller on who may not join the queue, or has to leave it.
  private mutating func leave(_ id: ChannelID, for queue: Queue) {
    stopWaiting(id, wasTaken: false)
    guard let place = queue.overflow, let destination = dialplan.destination(written: place) else {
      return end(id, cause: .normalClearing)
    }
    renewRecord(of: id)
    // Full queues may send a caller to each other without end: not as fast as they can.
    var isQueue = false
    if case .queue = destination.target { isQueue = true }
    schedule(
      .proceed(id, destination), after: isQueue ? Latency.queueCheck : Latency.dialplan)
  }

  private mutating func expire(_ id: ChannelID, arrival: Int) {
    guard let caller = queueing.callers[id], caller.arrival == arrival,
      let queue = queueing.queues[caller.queue]?.queue
    else { return }
    leave(id, for: queue)
  }
}

/// Queues without agents.
extension Switchboard {
  /// Whether nobody is signed in to a queue who counts by a rule.
  func isEmpty(_ state: QueueState, by rule: Queue.EmptyRule) -> Bool {
    guard rule != .off else { return false }
    return state.members.allSatisfy { member in
      switch phones[member.extension]?.contact {
      case .missing, nil: return true
      case .unregistered where rule == .strict: return true
      case .registered, .unreachable, .unregistered: return rule != .loose && member.pause != nil
      }
    }
  }

  /// Has it looked, as Asterisk does every second, whether the callers have to leave.
  mutating func requestCheck(of number: String) {
    guard let state = queueing.queues[number], state.queue.leaveWhenEmpty != .off,
      !state.isCheckDue, !state.waiting.isEmpty
    else { return }
    queueing.queues[number]?.isCheckDue = true
    schedule(.queue(.leaveIfEmpty(queue: number)), after: Latency.queueCheck)
  }

  /// Sends away all who wait in a queue without agents, but for those whom one's phone rings for.
  private mutating func leaveIfEmpty(_ number: String) {
    queueing.queues[number]?.isCheckDue = false
    guard let state = queueing.queues[number], isEmpty(state, by: state.queue.leaveWhenEmpty)
    else { return }
    for id in Array(state.waiting.callers) where queueing.callers[id]?.attempt == nil {
      leave(id, for: state.queue)
    }
  }
}
