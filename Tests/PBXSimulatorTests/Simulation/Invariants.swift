import PBXModel

@testable import PBXSimulator

/// What has to be true of a switchboard at any moment.
struct Invariants {
  let switchboard: Switchboard

  /// What is not true, in words; empty where all is well.
  func violations() -> [String] {
    [
      bridgeViolations(), channelViolations(), consultationViolations(), stateViolations(),
      tallyViolations(), visitViolations(), callCountViolations(), spyViolations(),
      audioViolations(), queueViolations(), holdViolations(), parkingViolations(),
    ].flatMap { $0 }
  }

  private func bridgeViolations() -> [String] {
    var violations: [String] = []
    for (id, members) in switchboard.bridges {
      if members.isEmpty || members.count > 2 { violations.append("\(id) has \(members.count)") }
      for member in members where switchboard.channels[member]?.bridge != id {
        violations.append("\(member) does not know that it is in \(id)")
      }
      if members.count == 1, !waitsAlone(members[0]) {
        violations.append("\(describe(members[0])) is alone in \(id)")
      }
    }
    return violations
  }

  /// A peer on hold, and who is about to return to it.
  private func waitsAlone(_ id: ChannelID) -> Bool {
    switchboard.consultations.all.contains { consultation in
      consultation.phase != .keying && consultation.transferee == id
        || consultation.phase == .returning && consultation.transferer == id
    }
  }

  private func channelViolations() -> [String] {
    var violations: [String] = []
    for channel in switchboard.channels.values {
      let name = describe(channel.id)
      if let bridge = channel.bridge, switchboard.bridges[bridge]?.contains(channel.id) != true {
        violations.append("\(name) is in a bridge that does not know it")
      }
      if let half = channel.otherHalf, switchboard.channels[half]?.otherHalf != channel.id {
        violations.append("\(name) has lost its other half")
      }
      if case .dial(let called) = channel.application,
        switchboard.channels[called]?.caller != channel.id
      {
        violations.append("\(name) calls a channel that is gone")
      }
      if let caller = channel.caller,
        switchboard.channels[caller]?.application != .dial(channel.id)
      {
        violations.append("\(name) is called by nobody")
      }
      if channel.device != .local,
        switchboard.channelsByNumber[channel.number]?.contains(channel.id) != true
      {
        violations.append("\(name) is not counted")
      }
    }
    return violations
  }

  /// Channels that nothing will ever end: to be empty once all that takes time has happened.
  func lostChannels() -> [String] {
    switchboard.channels.values.filter { channel in
      // As long as somebody waits, agents' phones ring.
      guard switchboard.queueing.rings[channel.id] == nil else { return false }
      guard channel.state == .up else { return true }
      switch channel.application {
      // A spy that came too late waits for ever.
      case .holding, .mailbox, .onHold, .parked, .queue, .spy: return false
      case .none, .dial, .menu, .playback:
        return channel.bridge == nil && channel.otherHalf?.leadsSomewhere(in: switchboard) != true
      }
    }.map { describe($0.id) }
  }

  private func consultationViolations() -> [String] {
    switchboard.consultations.all.flatMap { consultation -> [String] in
      var violations: [String] = []
      for party in [consultation.transferer, consultation.transferee]
      where switchboard.channels[party] == nil {
        violations.append("\(party) has left a consultation that goes on")
      }
      if consultation.phase == .consulting,
        consultation.first.map({ switchboard.channels[$0] }) == nil
      {
        violations.append("a consultation has lost its pair")
      }
      return violations
    }
  }

  /// Who listens does so to a channel that is there, with a channel of its own, and only to it.
  private func spyViolations() -> [String] {
    switchboard.spies.flatMap { spied, spies -> [String] in
      var violations: [String] = []
      if spies.isEmpty { violations.append("\(spied) keeps an empty list of spies") }
      if switchboard.channels[spied]?.state != .up {
        violations.append("\(describe(spied)) is spied on")
      }
      for spy in spies {
        guard let channel = switchboard.channels[spy], channel.bridge == nil,
          case .spy(spied, _) = channel.application
        else {
          violations.append("\(describe(spy)) spies on \(describe(spied))")
          continue
        }
      }
      return violations
    }
  }

  /// Who is on hold is so for somebody, who knows it.
  private func holdViolations() -> [String] {
    switchboard.channels.values.flatMap { channel -> [String] in
      var violations: [String] = []
      let name = describe(channel.id)
      if let partner = channel.holdPartner {
        if switchboard.channels[partner]?.holdPartner != channel.id {
          violations.append("\(name) is alone in a hold")
        }
        if channel.bridge != nil { violations.append("\(name) has a hold and a bridge") }
      }
      if let held = channel.keyHold {
        let farEnd = switchboard.peer(of: channel.id).map { switchboard.farEnd(of: $0) }
        if farEnd != held || switchboard.channels[held]?.holder != channel.id {
          violations.append("\(name) holds \(describe(held)), which is not at its far end")
        }
      }
      if let holder = channel.holder, switchboard.channels[holder]?.keyHold != channel.id,
        switchboard.consultations[holder]?.held != channel.id
      {
        violations.append("\(name) is held by nobody")
      }
      return violations
    }
  }

  /// Whoever hears somebody is heard by that one's account, and the other way round.
  private func audioViolations() -> [String] {
    let numbers = Set(switchboard.channels.values.filter { $0.device != .local }.map(\.number))
    var hearing: Set<[String]> = []
    var heard: Set<[String]> = []
    for number in numbers {
      guard let audio = try? switchboard.audio(of: number) else {
        return ["\(number) has no phone"]
      }
      for other in audio.hears { hearing.insert([number, other]) }
      for other in audio.heardBy { heard.insert([other, number]) }
    }
    return hearing.symmetricDifference(heard).map { "whether \($0[0]) hears \($0[1]) is disputed" }
  }

  /// Who is parked is in one space, and a space has who is parked.
  private func parkingViolations() -> [String] {
    let spaces = switchboard.parkedCalls.all
    let parked = switchboard.channels.values.filter {
      if case .parked = $0.application { true } else { false }
    }
    var violations = spaces.filter { parking in
      switchboard.channels[parking.channel]?.application != .parked(space: parking.space)
    }
    .map { "space \($0.space) has \(describe($0.channel))" }
    if parked.count != spaces.count { violations.append("\(parked.count) wait in \(spaces)") }
    for channel in parked where channel.bridge != nil {
      violations.append("\(describe(channel.id)) is parked and in a bridge")
    }
    return violations
  }

  private func stateViolations() -> [String] {
    switchboard.states.compactMap { device, shown in
      let state = switchboard.deviceState(of: device)
      return state == shown ? nil : "\(device) shows \(shown.rawValue), but is \(state.rawValue)"
    }
  }

  /// What is counted as it changes is what there is.
  private func tallyViolations() -> [String] {
    var counted: [Device: DeviceTally] = [:]
    for channel in switchboard.channels.values {
      counted[channel.device, default: DeviceTally()].add(channel)
    }
    return switchboard.tallies.compactMap { device, tally in
      let real = counted[device] ?? DeviceTally()
      return tally == real ? nil : "\(device) counts \(tally), but has \(real)"
    }
  }

  /// Who is in a menu or at a box knows which, and nobody else does.
  private func visitViolations() -> [String] {
    switchboard.channels.values.compactMap { channel in
      let (isInMenu, isAtBox): (Bool, Bool) =
        switch channel.application {
        case .menu: (true, false)
        case .mailbox: (false, true)
        default: (false, false)
        }
      let isRight =
        isInMenu == (channel.menuVisit != nil) && isAtBox == (channel.mailboxVisit != nil)
      return isRight ? nil : "\(describe(channel.id)) visits what it is not in"
    }
  }

  private func callCountViolations() -> [String] {
    var counts: [String: Int] = [:]
    for channel in switchboard.channels.values { counts[channel.linkedid, default: 0] += 1 }
    return counts == switchboard.channelCountsByCall ? [] : ["the calls are counted wrongly"]
  }

  private func describe(_ id: ChannelID) -> String {
    switchboard.channels[id].map { "\($0.name) (\($0.state), \($0.application))" } ?? "\(id)"
  }
}

extension ChannelID {
  fileprivate func leadsSomewhere(in switchboard: Switchboard) -> Bool {
    guard let channel = switchboard.channels[self] else { return false }
    if case .queue = channel.application { return true }
    return channel.bridge != nil || channel.holdPartner != nil
  }
}
