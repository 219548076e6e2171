import PBXModel

/// The hold keys of the phones: the bridge stays, the far end hears music and shows `On Hold`.
extension Switchboard {
  /// A phone presses its hold key in its newest conversation; throws a `lab` error where it is in
  /// none, or the other end hears music already.
  mutating func pressHoldKey(of number: String) throws(PBXError) {
    let talking = channels(of: number).last { $0.state == .up && peer(of: $0.id) != nil }
    guard let talking, let peer = peer(of: talking.id) else {
      throw PerformPhoneAction.refused("\(number) talks with nobody")
    }
    let held = farEnd(of: peer)
    guard let other = channels[held], other.device != .local else {
      throw PerformPhoneAction.refused("\(number) talks with nobody")
    }
    guard !other.isHeld else {
      throw PerformPhoneAction.refused("the other end of \(number)'s call is on hold already")
    }
    channels[talking.id]?.keyHold = held
    hold(held, by: talking.id)
  }

  /// A phone takes back what it holds; throws a `lab` error where that is nothing.
  mutating func pressUnholdKey(of number: String) throws(PBXError) {
    guard let holder = channels(of: number).last(where: { $0.keyHold != nil }) else {
      throw PerformPhoneAction.refused("\(number) has put nobody on hold")
    }
    releaseKey(of: holder.id)
  }

  /// Ends what a phone's hold key does.
  mutating func releaseKey(of id: ChannelID) {
    guard let held = channels[id]?.keyHold else { return }
    channels[id]?.keyHold = nil
    resume(held)
  }
}
