import PBXModel

@testable import PBXSimulator

extension Invariants {
  /// What is wrong with the queues, in words.
  func queueViolations() -> [String] {
    waitingViolations() + ringViolations() + agentCallViolations() + agentViolations()
  }

  private var queueing: QueueTable { switchboard.queueing }

  /// Who waits is in exactly one queue, and rings an agent whenever one is free.
  private func waitingViolations() -> [String] {
    var violations: [String] = []
    var places: [ChannelID: [String]] = [:]
    for (number, state) in queueing.queues {
      for id in state.waiting.callers { places[id, default: []].append(number) }
      if !state.isTurnDue, let id = switchboard.nextInTurn(in: number) {
        violations.append("\(id) waits in \(number) although an agent is free")
      }
    }
    for (id, caller) in queueing.callers {
      if places.removeValue(forKey: id) != [caller.queue] {
        violations.append("\(id) does not wait where it should")
      }
      if switchboard.channels[id]?.application != .queue(caller.queue) {
        violations.append("\(id) waits in \(caller.queue) and does something else")
      }
      if queueing.callersByNumber[caller.number]?.contains(id) != true {
        violations.append("\(id) is not found by its number")
      }
    }
    violations += places.keys.map { "\($0) waits, but nobody knows" }
    if queueing.callersByNumber.values.joined().count != queueing.callers.count {
      violations.append("somebody is found by a number who does not wait")
    }
    return violations
  }

  /// A ringing member has a ringing channel, and a caller that waits for it.
  private func ringViolations() -> [String] {
    let legs = queueing.callers.values.flatMap { $0.attempt?.legs ?? [] }
    var violations = Set(legs) == Set(queueing.rings.keys) ? [] : ["\(legs) ring, or others do"]
    for (leg, ring) in queueing.rings {
      let state = switchboard.channels[leg]?.state
      if state != .down, state != .ringing { violations.append("\(leg) does not ring") }
      if queueing.callers[ring.caller]?.attempt?.legs.contains(leg) != true {
        violations.append("\(leg) rings for nobody")
      }
      if queueing.workplaces[ring.member.extension]?.ring != leg {
        violations.append("\(leg) rings at \(ring.member.extension), which does not know")
      }
    }
    return violations
  }

  /// An agent's call has both its ends.
  private func agentCallViolations() -> [String] {
    var violations: [String] = []
    for (leg, call) in queueing.calls {
      for end in [leg, call.caller] where switchboard.channels[end]?.state != .up {
        violations.append("\(end) has left an agent's call that goes on")
      }
      if queueing.agents[call.caller] != leg
        || queueing.workplaces[call.member.extension]?.call != leg
      {
        violations.append("\(leg) is in a call that is not known")
      }
    }
    if queueing.agents.count != queueing.calls.count { violations.append("a call without agent") }
    return violations
  }

  /// An agent's state agrees with the channels of its phone.
  private func agentViolations() -> [String] {
    queueing.queues.values.flatMap { state in
      state.members.compactMap { member -> String? in
        let number = state.queue.number
        let device = switchboard.deviceState(of: .line(member.extension))
        let (status, since) = switchboard.situation(of: member, in: number).status
        let isIdle = device == .notInUse || device == .unavailable
        let agrees =
          switch status {
          case .ready, .ringTimeout, .wrapUp: isIdle
          case .onCall, .outboundWork, .pickup: !isIdle && device != .ringing
          case .ringing: queueing.workplaces[member.extension]?.ring != nil || device == .ringing
          default: true
          }
        let isKnown = queueing.workplaces[member.extension]?.queues.contains(number) == true
        return agrees && isKnown && since <= switchboard.now
          ? nil : "\(member.extension) shows \(status) in \(number), its phone \(device.rawValue)"
      }
    }
  }
}
