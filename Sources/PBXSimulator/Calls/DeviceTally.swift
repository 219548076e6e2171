/// How many channels of a device are in which state, counted as they change: what a trunk of a
/// thousand calls shows must not cost more than what a phone of one does.
struct DeviceTally: Hashable, Sendable {
  /// All, those just made included.
  private(set) var channels = 0
  private(set) var ringing = 0
  /// Those in a call, also one that rings at the other end.
  private(set) var talking = 0
  /// Those of `ringing` and `talking` that hear music.
  private(set) var held = 0

  /// Those that make the device show something.
  var active: Int { ringing + talking }

  mutating func add(_ channel: Channel) { count(channel, 1) }
  mutating func remove(_ channel: Channel) { count(channel, -1) }

  private mutating func count(_ channel: Channel, _ change: Int) {
    channels += change
    switch channel.state {
    case .down, .ring: return
    case .ringing: ringing += change
    case .ringback, .up: talking += change
    }
    if channel.isHeld { held += change }
  }
}
