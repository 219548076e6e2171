import PBXModel

/// Who talks with whom.
extension Switchboard {
  /// Puts two channels into a new bridge.
  mutating func bridge(_ first: ChannelID, _ second: ChannelID) {
    let id = makeBridge()
    enter(first, into: id)
    enter(second, into: id)
    if let first = channels[first], let second = channels[second] {
      emit(.bridged(second.party, first.party))
    }
  }

  /// Makes an empty bridge; whoever makes it fills it.
  mutating func makeBridge() -> BridgeID {
    let id = BridgeID(rawValue: Counters.take(&counters.bridges))
    bridges[id] = []
    return id
  }

  /// Moves a channel into a bridge, out of the one it was in.
  mutating func enter(_ channel: ChannelID, into bridge: BridgeID) {
    leaveBridge(channel)
    bridges[bridge, default: []].append(channel)
    channels[channel]?.bridge = bridge
    beginRecording(in: bridge)
  }

  /// Takes a channel out of its bridge, and answers who is left there.
  ///
  /// A hold key holds in the conversation that it was pressed in, and no longer.
  @discardableResult
  mutating func leaveBridge(_ channel: ChannelID) -> [ChannelID] {
    guard let bridge = channels[channel]?.bridge else { return [] }
    releaseKey(of: channel)
    if let holder = channels[channel]?.holder, channels[holder]?.keyHold == channel {
      releaseKey(of: holder)
    }
    channels[channel]?.bridge = nil
    let rest = (bridges[bridge] ?? []).filter { $0 != channel }
    bridges[bridge] = rest.isEmpty ? nil : rest
    return rest
  }

  /// The other channel of a channel's bridge.
  func peer(of channel: ChannelID) -> Channel? {
    guard let bridge = channels[channel]?.bridge else { return nil }
    return bridges[bridge]?.first { $0 != channel }.flatMap { channels[$0] }
  }

  /// The phone at the far end of a channel, through pairs inside the system.
  func farEnd(of channel: Channel) -> ChannelID {
    var channel = channel
    // A pair leads on to another one at most as often as there are channels.
    for _ in channels {
      guard let half = channel.otherHalf, let next = peer(of: half) else { break }
      channel = next
    }
    return channel.id
  }

  /// Ends a conversation that no phone and no trunk is in, only pairs inside the system: nobody
  /// could ever hang it up.
  mutating func endIfDeserted(_ id: ChannelID) {
    var found: Set = [id]
    var waiting = [id]
    while let next = waiting.popLast() {
      guard let channel = channels[next] else { continue }
      guard channel.device == .local else { return }
      if case .dial = channel.application { return }
      let others = [channel.otherHalf, peer(of: next)?.id, channel.holdPartner].compactMap { $0 }
      for other in others where found.insert(other).inserted { waiting.append(other) }
    }
    end(id, cause: .normalClearing)
  }

  /// Plays music to a channel instead of its conversation; one that hears it stays as it is.
  mutating func hold(_ id: ChannelID, by holder: ChannelID) {
    guard let channel = channels[id], !channel.isHeld else { return }
    emit(.held(channel.party))
    change(id) { $0.holder = holder }
  }

  /// Gives a held channel its conversation back.
  mutating func resume(_ id: ChannelID) {
    guard let channel = channels[id], channel.isHeld else { return }
    emit(.resumed(channel.party))
    change(id) { $0.holder = nil }
  }
}
