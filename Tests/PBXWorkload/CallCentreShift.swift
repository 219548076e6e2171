package import PBXModel
package import PBXSimulator

/// What the callers of a call centre do next, given what has happened to them.
package struct CallCentreShift: Sendable {
  private enum Act: Sendable {
    case call(CallCentre.Caller)
    /// Nobody has answered for too long.
    case loseHeart(String)
    case endTalk(String)
  }

  private let start: Timestamp
  private var acts = TimedQueue<Act>()
  private var callers: [String: CallCentre.Caller] = [:]
  /// Those who talk with an agent.
  private var talking: Set<String> = []

  package init(_ callCentre: CallCentre, startingAt start: Timestamp) {
    self.start = start
    for caller in callCentre.callers {
      acts.insert(.call(caller), at: start.advanced(by: caller.arrival))
    }
  }

  /// When somebody does something next, nil where nobody will.
  package var next: Timestamp? { acts.next }

  /// Takes out what is done next; nil where it has become pointless.
  package mutating func take() -> Input? {
    guard let (moment, act) = acts.removeFirst() else { return nil }
    switch act {
    case .call(let caller):
      callers[caller.number] = caller
      acts.insert(.loseHeart(caller.number), at: moment.advanced(by: caller.patience))
      return .incoming(IncomingCall(caller: caller.number, destination: caller.queue))
    case .loseHeart(let number):
      return callers[number] == nil || talking.contains(number) ? nil : Self.hangUp(number)
    case .endTalk(let number):
      return callers[number] == nil ? nil : Self.hangUp(number)
    }
  }

  /// Hears of what happened on the telephone system.
  package mutating func notice(_ event: PBXEvent) {
    switch event.kind {
    case .bridged(let one, let other):
      for party in [one, other] {
        guard let caller = callers[party.number], talking.insert(party.number).inserted else {
          continue
        }
        acts.insert(.endTalk(party.number), at: event.moment.advanced(by: caller.talk))
      }
    case .ended(let party, _):
      callers[party.number] = nil
      talking.remove(party.number)
    default: break
    }
  }

  private static func hangUp(_ number: String) -> Input {
    .perform(.hangsUp(after: .zero), number: number)
  }
}

extension CallCentre {
  /// What came of a day.
  package struct Outcome: Sendable {
    package var records: [CallRecord]
    /// How often the state machine was asked.
    package var inputs: Int
    package var events: Int
  }

  /// Plays the day on the state machine alone, until the last call has ended.
  package func play(seed: UInt64) throws(PBXError) -> Outcome {
    var switchboard = Switchboard(world: Self.world, seed: seed)
    var shift = CallCentreShift(self, startingAt: switchboard.now)
    var outcome = Outcome(records: [], inputs: 0, events: 0)
    var wake: Timestamp?
    while true {
      let moment: Timestamp
      let input: Input
      switch (wake, shift.next) {
      case (nil, nil): return outcome
      case (let due?, let next) where next.map { due <= $0 } ?? true:
        (moment, input) = (due, .advance)
      case (_, let next?):
        guard let act = shift.take() else { continue }
        (moment, input) = (next, act)
      case (.some, nil): return outcome
      }
      let reaction = switchboard.receive(input, at: moment)
      _ = try reaction.outcome.get()
      outcome.inputs += 1
      wake = nil
      for effect in reaction.effects {
        switch effect {
        case .wake(let due): wake = due
        case .event(let event):
          outcome.events += 1
          shift.notice(event)
          if case .recorded(let record) = event.kind { outcome.records.append(record) }
        }
      }
    }
  }
}
