import PBXModel

/// Listening to a call, and speaking into it.
///
/// A spy belongs to one channel and follows it wherever it goes: through a hold, a lot, a transfer.
/// It ends with that channel, and with nothing else.
extension Switchboard {
  /// Rings an extension that joins a call when it answers.
  ///
  /// Throws `call/barge`'s failure where there is no such extension, or no call.
  mutating func barge(_ request: Barge) throws(PBXError) {
    try request.validate()
    try spy(on: request.dest, .barge, with: request.extension, orThrow: Barge.failed)
  }

  /// Rings an extension that listens to a call when it answers.
  ///
  /// Throws `call/monitor`'s failure where there is no such extension, or no call.
  mutating func monitor(_ request: Monitor) throws(PBXError) {
    try request.validate()
    try spy(on: request.dest, .monitor, with: request.extension, orThrow: Monitor.failed)
  }

  /// Rings an extension that talks with one party of a call when it answers.
  ///
  /// Throws `call/whisper`'s failure where there is no such extension, or no call.
  mutating func whisper(_ request: Whisper) throws(PBXError) {
    try request.validate()
    try spy(on: request.dest, .whisper, with: request.extension, orThrow: Whisper.failed)
  }

  private mutating func spy(
    on dest: String, _ mode: SpyMode, with number: String, orThrow refuse: (String) -> PBXError
  ) throws(PBXError) {
    guard let spied = channels(of: dest).last(where: isTalking) else {
      throw refuse(
        channels(of: dest).isEmpty
          ? "\(dest) is in no call" : "\(dest) has no call that could be listened to")
    }
    try originate(
      OriginatedApplication(
        name: "ChanSpy", data: "\(spied.name),\(mode.options)", work: .spy(spied.id, mode)),
      on: number, orThrow: refuse)
  }

  /// Whether a channel has somebody or something to talk with.
  ///
  /// Who spies has not: as with `ChanSpy`, there is no listening to who listens.
  private func isTalking(_ channel: Channel) -> Bool {
    guard channel.state == .up else { return false }
    switch channel.application {
    case .none: return channel.bridge != nil
    case .holding, .mailbox, .menu, .onHold, .parked, .queue: return true
    case .dial, .spy, .playback: return false
    }
  }

  /// A phone that is to spy has answered; it hears nothing yet.
  mutating func spy(on spied: ChannelID, _ mode: SpyMode, with id: ChannelID) {
    channels[id]?.application = .spy(spied, mode)
    schedule(.listen(id), after: Latency.spying)
  }

  /// The spy hears the channel from now on.
  ///
  /// Where that is gone already the spy stays, as with `ChanSpy`: it ends with the channel that it
  /// has heard, and that was none.
  mutating func listen(_ id: ChannelID) {
    guard case .spy(let spied, _) = channels[id]?.application, channels[spied] != nil else {
      return
    }
    spies[spied, default: []].append(id)
  }

  /// The spies of a channel that ends, and it is none any more itself.
  mutating func takeSpies(of channel: Channel) -> [ChannelID] {
    if case .spy(let spied, _) = channel.application {
      spies[spied]?.removeAll { $0 == channel.id }
      if spies[spied]?.isEmpty == true { spies[spied] = nil }
    }
    return spies.removeValue(forKey: channel.id) ?? []
  }
}
