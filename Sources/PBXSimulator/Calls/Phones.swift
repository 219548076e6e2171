import PBXModel

/// What the phones, and the outside numbers, do.
struct Phones: Sendable {
  private var lines: [String: Line]
  private let original: [String: Line]
  private let outsideBehavior: PhoneBehavior
  private var outside: [String: PhoneBehavior] = [:]
  /// How long after its next answer a number ends the call.
  private var hangups: [String: Duration] = [:]
  /// Where all phones register from.
  static let address = "192.0.2.10"
  /// The ports that the phones registered from.
  let ports: [String: Int]

  init(world: World, seed: UInt64) {
    original = Dictionary(world.lines.map { ($0.number, $0) }, uniquingKeysWith: { $1 })
    lines = original
    outsideBehavior = world.outsideBehavior
    var random = SplitMix64(seed: seed)
    var ports: [String: Int] = [:]
    for line in world.lines { ports[line.number] = 10_000 + Int(random.next() % 50_000) }
    self.ports = ports
  }

  /// An extension's line, nil for a number that is none.
  subscript(number: String) -> Line? { lines[number] }

  /// What the phone of a channel does when it is called; outside numbers answer as the world says.
  func behavior(of channel: Channel) -> PhoneBehavior {
    lines[channel.number]?.behavior ?? outside[channel.number] ?? outside[channel.sentNumber]
      ?? outsideBehavior
  }

  /// Sets what a number does from now on when it is called; calls that ring already go on.
  mutating func set(_ behavior: PhoneBehavior, of number: String) {
    guard lines[number] != nil else {
      outside[number] = behavior == .online ? nil : behavior
      return
    }
    switch behavior {
    case .offline: lines[number]?.contact = .unregistered
    case .online: lines[number]?.contact = .registered
    case .answers, .busy, .rejects, .ignores: lines[number]?.behavior = behavior
    }
  }

  /// Lets a number end its next answered call.
  mutating func setHangup(after delay: Duration, of number: String) {
    hangups[number] = delay
  }

  /// Takes the order to hang up that waits for the next answer of a channel's phone.
  mutating func takeHangup(of channel: Channel) -> Duration? {
    hangups.removeValue(forKey: channel.number) ?? hangups.removeValue(forKey: channel.sentNumber)
  }

  /// Puts back what the world says.
  mutating func restore() {
    lines = original
    outside = [:]
    hangups = [:]
  }
}

/// Steering the phones.
extension Switchboard {
  /// Sets what a phone or an outside number does from now on.
  mutating func setBehavior(
    _ behavior: PhoneBehavior, of number: String
  ) throws(PBXError) {
    try requirePhone(number, for: SetPhoneBehavior.self)
    phones.set(behavior, of: number)
    if phones[number] != nil { showState(of: .line(number)) }
  }

  /// Hangs up what the phone has answered, or marks its next answer.
  mutating func perform(_ action: PhoneAction, at number: String) throws(PBXError) {
    try requirePhone(number, for: PerformPhoneAction.self)
    switch action {
    case .hangsUp(let delay):
      let talking = channels(of: number).filter { $0.state == .up }
      if talking.isEmpty { phones.setHangup(after: delay, of: number) }
      for channel in talking {
        if delay > .zero {
          schedule(.putDown(channel.id), after: delay)
        } else {
          end(channel.id, cause: .normalClearing)
        }
      }
    case .presses(let keys): try press(keys, at: number)
    case .holds: try pressHoldKey(of: number)
    case .unholds: try pressUnholdKey(of: number)
    }
  }

  /// Puts back the behaviours that the world says.
  mutating func restoreBehaviors() {
    phones.restore()
    for line in world.lines { showState(of: .line(line.number)) }
  }

  /// Throws a `lab` error where a number is neither an extension nor an outside number, be it one
  /// that can be called or one that is in a call.
  func requirePhone(
    _ number: String, for operation: (some LabOperation).Type
  ) throws(PBXError) {
    guard phones[number] == nil, !dialplan.isOutside(number), channels(of: number).isEmpty
    else { return }
    throw operation.refused("there is no phone \(number)")
  }
}
