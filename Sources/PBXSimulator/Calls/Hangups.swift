import PBXModel

/// Ending channels, and what follows from that.
extension Switchboard {
  /// Ends all channels of an extension or an outside number.
  ///
  /// Throws `call/hangup`'s failure where it has none.
  mutating func hangup(_ request: Hangup) throws(PBXError) {
    try request.validate()
    let ending = channels(of: request.extension)
    guard !ending.isEmpty else {
      throw Hangup.failed("\(request.extension) has no call")
    }
    for channel in ending { end(channel.id, cause: .normalClearing) }
  }

  /// Ends a channel: its records are handed out, and whoever only talked with it ends too.
  ///
  /// - Parameter source: the channel that began the ending, itself where it is nil.
  mutating func end(_ id: ChannelID, cause: HangupCause, source: String? = nil) {
    guard channels[id] != nil else { return }
    var followers = settleConsultation(beforeEndOf: id)
    followers += leaveBridge(id).filter { !isReturning($0) }
    guard let channel = channels[id] else { return }
    let source = source ?? channel.name
    if case .dial = channel.application { channels[id]?.record?.status = .noAnswer }
    settleQueues(beforeEndOf: channel, cause: cause, source: source)
    if case .parked(let space) = channel.application { parkedCalls.free(space) }
    // Whom a hold has taken out of the bridge would wait for ever.
    if let partner = channel.holdPartner { followers.append(partner) }
    finish(channel, cause: cause, source: source)

    if case .dial(let called) = channel.application {
      channels[called]?.caller = nil
      end(called, cause: .normalClearing, source: source)
    }
    if let caller = channel.caller { failDial(of: caller, status: .noAnswer, cause: .noAnswer) }
    if let half = channel.otherHalf { end(half, cause: .normalClearing, source: source) }
    for follower in followers { end(follower, cause: .normalClearing, source: source) }
    for spy in takeSpies(of: channel) { end(spy, cause: .unknown, source: source) }
  }

  private mutating func finish(_ channel: Channel, cause: HangupCause, source: String) {
    leaveMessage(of: channel.id)
    handOutRecords(of: channel.id, cause: cause, source: source)
    remove(channel)
    emit(.ended(channel.party, cause))
    showState(of: channel.device)
  }
}
