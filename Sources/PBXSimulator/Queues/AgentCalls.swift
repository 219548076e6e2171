import PBXModel

/// Calls out of queues that agents take.
extension Switchboard {
  /// An agent has answered a call out of a queue.
  mutating func connect(agent leg: ChannelID) {
    guard let ring = queueing.rings.removeValue(forKey: leg),
      let caller = queueing.callers[ring.caller],
      let queue = queueing.queues[ring.queue]?.queue
    else { return }
    let place = ring.member.extension
    queueing.workplaces[place]?.ring = nil
    queueing.callers[ring.caller]?.attempt?.legs.removeAll { $0 == leg }
    stopWaiting(ring.caller, wasTaken: true)

    var record = ring.record
    record.status = .answered
    record.serviceLevel = caller.begin.duration(to: now) <= queue.serviceLevel ? 1 : 0
    channels[ring.caller]?.record = record
    channels[ring.caller]?.application = .none
    queueing.calls[leg] = QueueTable.Call(
      queue: ring.queue, member: ring.member, caller: ring.caller, begin: now)
    queueing.agents[ring.caller] = leg
    queueing.workplaces[place]?.call = leg
    bridge(leg, ring.caller)
  }

  /// Who picks up an agent's ringing phone takes the caller out of the queue, and the agent has
  /// taken no call.
  mutating func pickUpCaller(ofRing leg: ChannelID, with id: ChannelID) {
    guard let ring = queueing.rings[leg], let channel = channels[id],
      case .line(let number) = channel.device
    else { return }
    endRing(leg, status: .noAnswer)
    stopWaiting(ring.caller, wasTaken: true)
    var record = ring.record.continued(at: now, with: channel.name)
    record.agentID = queueing.queues[ring.queue]?[number]?.agentID ?? ""
    channels[ring.caller]?.record = record
    channels[ring.caller]?.application = .none
    channels[id]?.record = nil
    join(id, callOf: ring.caller)
    end(leg, cause: .answeredElsewhere)
    notePickup(by: id)
    bridge(id, ring.caller)
  }

  /// One end of an agent's call is gone: the call is counted, and the wrap-up begins.
  private mutating func completeCall(of leg: ChannelID) {
    guard let call = queueing.calls.removeValue(forKey: leg) else { return }
    let place = call.member.extension
    let wrapUp = queueing.queues[call.queue]?.queue.wrapUp ?? .zero
    queueing.agents[call.caller] = nil
    queueing.workplaces[place]?.call = nil
    queueing.workplaces[place]?.lastCall = Workplace.LastCall(
      queue: call.queue, end: now, wrapUpEnd: now.advanced(by: wrapUp))
    queueing.queues[call.queue]?.countCall(at: place)
    for queue in queueing.workplaces[place]?.queues ?? [] {
      queueing.queues[queue]?[place]?.lastCall = now
    }
    if wrapUp > .zero { schedule(.queue(.endWrapUp(extension: place)), after: wrapUp) }
  }

  /// What the end of a channel means to the queues.
  mutating func settleQueues(beforeEndOf channel: Channel, cause: HangupCause, source: String) {
    let id = channel.id
    if queueing.callers[id] != nil {
      stopWaiting(id, wasTaken: false)
      changeLastRecord(of: id) { record in
        record.hangupSource = source
        record.hangupCause = cause
      }
    }
    if queueing.rings[id] != nil { missRing(id, status: .noAnswer) }
    completeCall(of: id)
    if let leg = queueing.agents[id] { completeCall(of: leg) }
    if case .line(let number) = channel.device, queueing.workplaces[number]?.pickup == id {
      queueing.workplaces[number]?.pickup = nil
    }
  }

  /// An extension's channel has picked up a call that rang elsewhere; it counts as that until it
  /// ends.
  mutating func notePickup(by id: ChannelID) {
    guard case .line(let number) = channels[id]?.device else { return }
    queueing.workplaces[number, default: Workplace()].pickup = id
  }

  /// Changes the record that tells how a caller's waiting ended: the last ring's, where the rings
  /// have taken it.
  mutating func changeLastRecord(of id: ChannelID, _ body: (inout RecordDraft) -> Void) {
    guard var channel = channels[id] else { return }
    if var record = channel.record {
      body(&record)
      channel.record = record
    } else if let last = channel.finishedRecords.indices.last {
      body(&channel.finishedRecords[last])
    }
    channels[id] = channel
  }

  /// Gives a caller a record to be written again, where the last one is complete.
  mutating func renewRecord(of id: ChannelID) {
    guard let channel = channels[id], channel.record == nil else { return }
    let ringing = queueing.callers[id]?.attempt?.legs.last.flatMap { queueing.rings[$0]?.record }
    channels[id]?.record = (ringing ?? channel.finishedRecords.last)?.renewed(at: now)
  }
}
