import PBXModel

/// Putting the peer on hold by the API, as a gateway does it on an Asterisk: both channels leave
/// their bridge, the peer for music, the other one for silence, and both stay `In use`.
extension Switchboard {
  /// Puts the peer of an extension on hold.
  ///
  /// Throws `call/hold`'s failure where the extension talks with nobody.
  mutating func hold(_ request: Hold) throws(PBXError) {
    try request.validate()
    let (holder, peer) = try conversation(of: request.extension, or: Hold.failed)
    leaveBridge(holder.id)
    leaveBridge(peer.id)
    channels[holder.id]?.application = .holding(peer.id)
    channels[peer.id]?.application = .onHold(by: holder.id)
    beginNextRecords(of: holder, and: peer, isConversation: false)
    emit(.held(peer.party))
  }

  /// Takes the peer of an extension off hold.
  ///
  /// Throws `call/unhold`'s failure where the extension has put nobody on hold.
  mutating func unhold(_ request: Unhold) throws(PBXError) {
    try request.validate()
    var held: Channel?
    let holder = channels(of: request.extension).last { channel in
      guard case .holding(let other) = channel.application else { return false }
      held = channels[other]
      return held != nil
    }
    guard let holder, let held else {
      throw Unhold.failed("\(request.extension) has put nobody on hold")
    }
    channels[holder.id]?.application = .none
    channels[held.id]?.application = .none
    beginNextRecords(of: holder, and: held, isConversation: true)
    emit(.resumed(held.party))
    bridge(holder.id, held.id)
  }

  /// An extension's channel in a conversation that can be taken apart, and its peer.
  ///
  /// - Parameter failed: what to throw where it has none, from the reason.
  func conversation(
    of number: String, or failed: (String) -> PBXError
  ) throws(PBXError) -> (own: Channel, peer: Channel) {
    guard phones[number] != nil else { throw failed("there is no extension \(number)") }
    let all = channels(of: number)
    guard let own = all.last(where: { $0.state == .up && peer(of: $0.id) != nil }),
      let peer = peer(of: own.id)
    else {
      throw failed(Self.reason(for: number, withoutConversationIn: all))
    }
    guard !isInConsultation(own.id) else {
      throw failed("\(number) is in an attended transfer")
    }
    return (own, peer)
  }

  /// Why a party has no conversation that could be taken apart.
  static func reason(
    for number: String, withoutConversationIn channels: [Channel]
  ) -> String {
    for channel in channels.reversed() {
      switch channel.application {
      case .holding: return "\(number) has put its peer on hold"
      case .onHold: return "\(number) is on hold itself"
      case .parked: return "\(number) is parked"
      case .none, .dial, .mailbox, .menu, .playback, .queue, .spy: continue
      }
    }
    return channels.isEmpty ? "\(number) is in no call" : "\(number) talks with nobody"
  }

  /// What two channels did until now has its record, and what they do next begins another one.
  private mutating func beginNextRecords(
    of first: Channel, and second: Channel, isConversation: Bool
  ) {
    for (own, other) in [(first, second), (second, first)] {
      guard let record = closeRecord(of: own.id) else { continue }
      channels[own.id]?.record = record.continued(at: now, with: isConversation ? other.name : "")
    }
  }
}
