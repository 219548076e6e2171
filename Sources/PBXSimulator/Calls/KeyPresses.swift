import PBXModel

/// Keys that are pressed in a call.
///
/// In a menu and in a voicemail box they are the caller's choice. In a conversation the other party
/// hears them, and `*1` is a feature code: in a consultation it gives the peer back, otherwise it
/// begins or ends the recording at a phone that may ask for it (`RecordingPolicy.onetouch`).
extension Switchboard {
  /// Presses keys in a number's latest call, one after another.
  ///
  /// Throws the lab's failure where it is in no call, or where something is no key.
  mutating func press(_ keys: String, at number: String) throws(PBXError) {
    guard !keys.isEmpty else { throw PerformPhoneAction.refused("which keys are pressed?") }
    if let stranger = keys.first(where: { !"0123456789*#".contains($0) }) {
      throw PerformPhoneAction.refused("there is no key `\(stranger)`")
    }
    guard let channel = channels(of: number).last(where: { $0.state == .up }) else {
      throw PerformPhoneAction.refused("\(number) is in no call")
    }
    for (place, key) in keys.enumerated().dropFirst() {
      schedule(.press(channel.id, key), after: Latency.key * place)
    }
    if let first = keys.first { press(first, on: channel.id) }
  }

  mutating func press(_ key: Character, on id: ChannelID) {
    guard let channel = channels[id], channel.state == .up else { return }
    switch channel.application {
    case .menu: pressInMenu(key, on: id)
    case .mailbox: pressInMailbox(key, on: id)
    case .none where channel.bridge != nil: pressInConversation(key, on: channel)
    case .none, .dial, .holding, .onHold, .parked, .playback, .queue, .spy: break
    }
  }

  private mutating func pressInConversation(_ key: Character, on channel: Channel) {
    if let heard = application(heardBy: channel) { press(key, on: heard) }
    let star = channel.starPressed
    channels[channel.id]?.starPressed = key == "*" ? now : nil
    guard key == "1", let star, star.duration(to: now) <= Latency.featureDigits else { return }
    if consultations[channel.id] != nil {
      cancelConsultation(channel.id)
    } else {
      toggleRecording(at: channel)
    }
  }

  /// The channel whose menu, or whose box, is at the other end, behind pairs inside the system.
  private func application(heardBy channel: Channel) -> ChannelID? {
    guard let peer = peer(of: channel.id), let end = channels[farEnd(of: peer)],
      let half = end.otherHalf
    else { return nil }
    switch channels[half]?.application {
    case .menu, .mailbox: return half
    case .none?, .dial, .holding, .onHold, .parked, .playback, .queue, .spy, nil: return nil
    }
  }
}
