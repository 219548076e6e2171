import PBXModel

/// Answering another phone's ringing call.
extension Switchboard {
  /// Rings an extension that takes over another one's ringing call when it answers.
  ///
  /// Throws `call/pickup`'s failure where there is no such extension, or no call rings at the
  /// other one. What rings there because the API calls for it can be picked up by nobody: nobody
  /// has called yet.
  mutating func pickUp(_ request: PickUp) throws(PBXError) {
    try request.validate()
    // Who rings longest is first, as with Asterisk's own search.
    let ringing = channels(of: request.dest).first { $0.state == .ringing && $0.caller != nil }
    guard let ringing else { throw PickUp.failed("no call rings at \(request.dest)") }
    try originate(
      OriginatedApplication(name: "PickupChan", data: ringing.name, work: .pickUp(ringing.id)),
      on: request.extension, orThrow: PickUp.failed)
  }

  /// An answered channel takes the place of one that rings; its call ends where that one has been
  /// answered, or is gone, in the meantime.
  mutating func pickUp(_ ringing: ChannelID, with id: ChannelID) {
    guard let target = channels[ringing], target.state == .ringing,
      let caller = target.caller.flatMap({ channels[$0] })
    else {
      end(id, cause: .unknown)
      return
    }
    recordUnanswered(target)
    // The caller's record ends here without an answer of the called party; who picked up is the
    // called party of the next one, and has none of its own.
    let first = closeRecord(of: caller.id)
    let name = channels[id]?.name ?? ""
    channels[caller.id]?.record = first?.continued(at: now, with: name)
    channels[id]?.record = nil
    join(id, callOf: caller.id)
    replaceCalled(ringing, by: id, on: caller.id)
    end(ringing, cause: .answeredElsewhere)
    connect(id, to: caller.id)
  }

  /// A called party has no record of its own, except where its call is taken away.
  private mutating func recordUnanswered(_ target: Channel) {
    openRecord(for: target.id, to: "s", application: "AppDial", data: "(Outgoing Line)")
    channels[target.id]?.record?.start = target.created
  }
}
