package import PBXModel

/// Who hears whom: nothing is ever heard here, but it is known who would.
extension Switchboard {
  /// Whom a phone or an outside number hears, and who hears it, in all its calls.
  ///
  /// Music, prompts and recordings are nobody. Throws a `lab` error where there is no such phone.
  package func audio(of number: String) throws(PBXError) -> Audio {
    try requirePhone(number, for: ReadAudio.self)
    let own = channels(of: number)
    return Audio(
      number: number,
      hears: numbers(of: own.flatMap { heard(by: $0) }, without: number),
      heardBy: numbers(of: own.flatMap { listeners(of: $0) }, without: number))
  }

  /// Sorted, each once.
  private func numbers(of ids: [ChannelID], without number: String) -> [String] {
    Set(ids.compactMap { channels[$0]?.number }).subtracting([number]).sorted()
  }

  /// The other phone of a conversation, where the two hear each other: who is held hears music, and
  /// is not heard either.
  private func partner(of channel: Channel) -> Channel? {
    guard !channel.isHeld, let peer = peer(of: channel.id), !peer.isHeld,
      let partner = channels[farEnd(of: peer)], partner.device != .local, !partner.isHeld
    else { return nil }
    return partner
  }

  /// Whom a channel hears: its partner, who speaks to it alone, who speaks to both, and whom it
  /// spies on.
  ///
  /// Spies hear both parties, but not each other.
  private func heard(by channel: Channel) -> [ChannelID] {
    if let spied = spied(by: channel) {
      return [spied.channel.id] + (partner(of: spied.channel).map { [$0.id] } ?? [])
    }
    let partner = partner(of: channel)
    let speakers =
      spies(of: channel) { $0 != .monitor }
      + (partner.map { spies(of: $0) { $0 == .barge } } ?? [])
    return (partner.map { [$0.id] } ?? []) + speakers
  }

  /// Who hears a channel.
  private func listeners(of channel: Channel) -> [ChannelID] {
    if let (spied, mode) = spied(by: channel) {
      switch mode {
      case .monitor: return []
      case .whisper: return [spied.id]
      case .barge: return [spied.id] + (partner(of: spied).map { [$0.id] } ?? [])
      }
    }
    let partner = partner(of: channel)
    return (partner.map { [$0.id] + spies(of: $0) { _ in true } } ?? [])
      + spies(of: channel) { _ in true }
  }

  /// Whom a channel spies on, and how; nil where it does not, or has not begun to hear.
  private func spied(by channel: Channel) -> (channel: Channel, mode: SpyMode)? {
    guard case .spy(let id, let mode) = channel.application,
      spies[id]?.contains(channel.id) == true, let spied = channels[id]
    else { return nil }
    return (spied, mode)
  }

  /// The spies of a channel that listen in a certain way.
  private func spies(of channel: Channel, where isWanted: (SpyMode) -> Bool) -> [ChannelID] {
    (spies[channel.id] ?? []).filter { id in
      guard case .spy(_, let mode) = channels[id]?.application else { return false }
      return isWanted(mode)
    }
  }
}
