import PBXModel

/// Answering another phone's ringing call.
extension Switchboard {
  /// Rings an extension that takes over another one's ringing call when it answers.
  ///
  /// Throws `call/pickup`'s failure where there is no such extension, or the other one does not
  /// ring.
  mutating func pickUp(_ request: PickUp) throws(PBXError) {
    try request.validate()
    // Who rings longest is first, as with Asterisk's own search.
    guard let ringing = channels(of: request.dest).first(where: { $0.state == .ringing }) else {
      throw PickUp.failed("\(request.dest) does not ring")
    }
    try originate(
      OriginatedApplication(name: "PickupChan", data: ringing.name, work: .pickUp(ringing.id)),
      on: request.extension, orThrow: PickUp.failed)
  }

  /// An answered channel takes the place of one that rings; its call ends where that one has been
  /// answered, or is gone, in the meantime.
  mutating func pickUp(_ ringing: ChannelID, with id: ChannelID) {
    guard let target = channels[ringing], target.state == .ringing else {
      end(id, cause: .unknown)
      return
    }
    if queueing.rings[ringing] != nil {
      recordUnanswered(target, as: "AppQueue")
      pickUpCaller(ofRing: ringing, with: id)
    } else if let caller = target.caller {
      takeCall(from: target, calledBy: caller, to: id)
    } else {
      takeErrand(from: target, to: id)
    }
  }

  /// The caller is put through to whom picked up.
  private mutating func takeCall(
    from target: Channel, calledBy caller: ChannelID, to id: ChannelID
  ) {
    recordUnanswered(target, as: "AppDial")
    // The caller's record ends here without an answer of the called party; who picked up is the
    // called party of the next one, and has none of its own.
    let first = closeRecord(of: caller)
    let name = channels[id]?.name ?? ""
    channels[caller]?.record = first?.continued(at: now, with: name)
    channels[id]?.record = nil
    join(id, callOf: caller)
    replaceCalled(target.id, by: id, on: caller)
    end(target.id, cause: .answeredElsewhere)
    connect(id, to: caller)
    notePickup(by: id)
  }

  /// A called party has no record of its own, except where its call is taken away: `AppDial` or
  /// `AppQueue`, by what called it.
  private mutating func recordUnanswered(_ target: Channel, as application: String) {
    openRecord(for: target.id, to: "s", application: application, data: "(Outgoing Line)")
    channels[target.id]?.record?.start = target.created
  }

  /// Nobody has called yet: the phone rings because the API wants something of it, and who picks
  /// up does that instead, as a call of its own.
  private mutating func takeErrand(from target: Channel, to id: ChannelID) {
    channels[id]?.destination = target.destination
    channels[id]?.originated = target.originated
    end(target.id, cause: .answeredElsewhere)
    goOn(id)
  }
}
