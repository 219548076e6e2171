import PBXModel

/// What endpoints and trunks show.
extension Switchboard {
  /// A device's state in Asterisk's order of precedence.
  ///
  /// A channel that was just made counts as one, but changes no state; so does a phone that dials,
  /// until it hears the other end ring.
  func deviceState(of device: Device) -> DeviceState {
    guard let tally = tallies[device], tally.active > 0 else {
      return isReachable(device) ? .notInUse : .unavailable
    }
    if let busyAt = busyLimit(of: device), tally.active >= busyAt { return .busy }
    if tally.ringing > 0 { return tally.talking > 0 ? .ringingInUse : .ringing }
    return tally.held == tally.active ? .onHold : .inUse
  }

  /// How many channels lead to a device, those just made included.
  func channelCount(of device: Device) -> Int {
    tallies[device]?.channels ?? 0
  }

  /// Tells of a device's state if it is another one than was told last.
  mutating func showState(of device: Device) {
    guard let endpoint = device.endpoint else { return }
    let state = deviceState(of: device)
    guard states[device] != state else { return }
    states[device] = state
    stateBegins[device] = now
    emit(.stateChanged(endpoint: endpoint, state))
    if case .line(let number) = device { requestTurns(at: number) }
  }

  /// From how many calls on a device is busy, nil where it never is.
  func busyLimit(of device: Device) -> Int? {
    guard case .line(let number) = device else { return nil }
    return phones[number]?.busyAt
  }

  func isReachable(_ device: Device) -> Bool {
    switch device {
    case .line(let number):
      switch phones[number]?.contact {
      // A fixed address that nobody checks counts as reachable.
      case .registered, .unreachable: true
      case .unregistered, .missing, nil: false
      }
    case .trunk(let name): world.trunks.first { $0.name == name }?.isReachable ?? false
    case .local: true
    }
  }
}
