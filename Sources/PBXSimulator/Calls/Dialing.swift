import PBXModel

/// Calling a party: ringing, answering, refusing, giving up.
extension Switchboard {
  /// Calls a party on behalf of a channel.
  ///
  /// - Parameters:
  ///   - limit: how long it may ring, the world's limit where it is nil.
  ///   - mayDivert: whether the party's box takes the call where the party does not.
  mutating func dial(
    _ device: Device, number: String, sentAs sentNumber: String? = nil, on id: ChannelID,
    data: String, limit: Duration? = nil, mayDivert: Bool = true
  ) {
    channels[id]?.record?.application = "Dial"
    channels[id]?.record?.applicationData = data
    channels[id]?.dialledLine = if mayDivert, case .line = device { number } else { nil }
    if let cause = obstacle(to: device) {
      channels[id]?.record?.status = .unavailable
      if divertToMailbox(id, after: .unavailable) { return }
      end(id, cause: cause)
      return
    }
    let leg = makeChannel(
      to: device, number: number, sentAs: sentNumber, state: .down, caller: id)
    let name = channels[leg]?.name ?? ""
    channels[id]?.application = .dial(leg)
    channels[id]?.record?.destinationChannel = name
    schedule(.invite(leg), after: Latency.invite)
    schedule(.giveUp(leg), after: Latency.invite + (limit ?? world.ringLimit))
  }

  /// The invitation reaches the phone, which does what it has been told to.
  mutating func invite(_ id: ChannelID) {
    guard let channel = channels[id], channel.state == .down else { return }
    if case .line(let number) = channel.device {
      guard hasRoom(for: id, at: number) else {
        refuse(channel, status: .busy, cause: .userBusy)
        return
      }
      if phones[number]?.contact == .unreachable { return }
    }
    switch phones.behavior(of: channel) {
    case .answers(let delay):
      ring(channel)
      schedule(.answer(id), after: max(delay, Latency.pickUp))
    case .ignores, .online: ring(channel)
    case .busy: refuse(channel, status: .busy, cause: .userBusy)
    case .rejects, .offline: refuse(channel, status: .noAnswer, cause: .callRejected)
    }
  }

  private mutating func ring(_ channel: Channel) {
    setState(.ringing, of: channel.id)
    emit(.ringing(channel.party))
    guard let caller = channel.caller.flatMap({ channels[$0] }) else { return }
    if caller.state == .ring { setState(.ringback, of: caller.id) }
    if let half = caller.otherHalf, channels[half]?.state == .down { setState(.ringing, of: half) }
  }

  /// The phone is picked up: the caller is put through, or an originated call goes on.
  mutating func answer(_ id: ChannelID) {
    guard let channel = channels[id], channel.state == .ringing else { return }
    setState(.up, of: id)
    emit(.answered(channel.party))
    obeyHangup(channel)
    if queueing.rings[id] != nil {
      connect(agent: id)
    } else if let caller = channel.caller {
      connect(id, to: caller)
    } else {
      channels[id]?.record?.answer = now
      goOn(id)
    }
  }

  /// An originated channel is up: it does what it was rung for.
  mutating func goOn(_ id: ChannelID) {
    if let destination = channels[id]?.destination {
      schedule(.proceed(id, destination), after: Latency.proceed)
    } else {
      schedule(.runApplication(id), after: Latency.proceed)
    }
  }

  /// The called party has answered: the caller is put through to it.
  mutating func connect(_ id: ChannelID, to caller: ChannelID) {
    channels[id]?.caller = nil
    channels[caller]?.application = .none
    channels[caller]?.dialledLine = nil
    channels[caller]?.record?.status = .answered
    putThrough(caller)
    bridge(id, caller)
  }

  /// Lets a channel be the called party in place of another one.
  mutating func replaceCalled(_ old: ChannelID, by new: ChannelID, on caller: ChannelID) {
    channels[old]?.caller = nil
    channels[new]?.caller = caller
    channels[caller]?.application = .dial(new)
  }

  /// A channel that called in, and its other half, count as answered from now on.
  mutating func putThrough(_ id: ChannelID) {
    guard let channel = channels[id], channel.state != .up else { return }
    for half in [id, channel.otherHalf].compactMap({ $0 }) {
      setState(.up, of: half)
      if channels[half]?.record?.answer == nil { channels[half]?.record?.answer = now }
    }
    // Half of a pair has no phone of its own to put down.
    if channel.device != .local { obeyHangup(channel) }
  }

  /// A call of this number has just been answered: an order to hang up after the next answer is
  /// about this one, at either end.
  private mutating func obeyHangup(_ channel: Channel) {
    guard let delay = phones.takeHangup(of: channel) else { return }
    schedule(.putDown(channel.id), after: delay)
  }

  /// The called party has rung for too long.
  mutating func giveUp(_ id: ChannelID) {
    guard let channel = channels[id], channel.state == .down || channel.state == .ringing else {
      return
    }
    let cause: HangupCause = channel.caller == nil ? .noAnswer : .unknown
    refuse(channel, status: .noAnswer, cause: cause, callerCause: .noAnswer)
  }

  /// Ends a called leg, and the call of whoever called it.
  private mutating func refuse(
    _ channel: Channel, status: RecordDraft.DialStatus, cause: HangupCause,
    callerCause: HangupCause? = nil
  ) {
    channels[channel.id]?.record?.status = status
    let caller = channel.caller
    channels[channel.id]?.caller = nil
    missRing(channel.id, status: status)
    end(channel.id, cause: cause)
    if let caller { failDial(of: caller, status: status, cause: callerCause ?? cause) }
  }

  /// Ends a channel whose called party did not answer, unless a voicemail box takes the call.
  mutating func failDial(
    of id: ChannelID, status: RecordDraft.DialStatus, cause: HangupCause
  ) {
    guard channels[id] != nil else { return }
    channels[id]?.application = .none
    channels[id]?.record?.status = status
    if divertToMailbox(id, after: status) { return }
    end(id, cause: cause)
  }
}
