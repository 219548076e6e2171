import PBXModel

/// Making channels and looking them up.
extension Switchboard {
  /// `hwd-EPOCH.N`.
  mutating func makeUniqueid() -> String {
    "\(world.idPrefix)-\(now.wholeSeconds).\(Counters.take(&counters.uniqueids))"
  }

  /// Makes a channel to a phone or over a trunk.
  ///
  /// - Parameters:
  ///   - number: the extension or the outside number at its other end.
  ///   - sentNumber: what its carrier is sent for that number.
  ///   - caller: the channel that calls it, whose conversation it joins.
  mutating func makeChannel(
    to device: Device, number: String, sentAs sentNumber: String? = nil, state: Channel.State,
    caller: ChannelID? = nil
  ) -> ChannelID {
    let serial = Self.hexadecimal(Counters.take(&counters.names))
    let name = "PJSIP/\(device.endpoint ?? number)-\(serial)"
    return insert(
      named: name, device: device, number: number, sentAs: sentNumber, state: state, caller: caller)
  }

  /// Makes a pair of channels inside the system: what enters one comes out of the other.
  mutating func makePair(
    to number: String, for owner: ChannelID
  ) -> (first: ChannelID, second: ChannelID) {
    let serial = Self.hexadecimal(Counters.take(&counters.localNames))
    let name = "Local/\(number)@from-internal-\(serial)"
    let first = insert(
      named: name + ";1", device: .local, number: number, state: .down, caller: owner)
    let second = insert(
      named: name + ";2", device: .local, number: number, state: .ring, caller: owner)
    channels[first]?.caller = nil
    channels[second]?.caller = nil
    channels[first]?.otherHalf = second
    channels[second]?.otherHalf = first
    return (first, second)
  }

  private mutating func insert(
    named name: String, device: Device, number: String, sentAs sentNumber: String? = nil,
    state: Channel.State, caller: ChannelID?
  ) -> ChannelID {
    let id = ChannelID(rawValue: Counters.take(&counters.channels))
    let uniqueid = makeUniqueid()
    // What leaves as the number of an extension is not that extension.
    let sentNumber = sentNumber.flatMap { phones[$0] == nil ? $0 : nil } ?? number
    let channel = Channel(
      id: id, name: name, uniqueid: uniqueid,
      linkedid: caller.flatMap { channels[$0]?.linkedid } ?? uniqueid, created: now,
      device: device, number: number, sentNumber: sentNumber, callerNumber: number,
      callerName: shownName(of: device, number: number), state: state, caller: caller)
    channels[id] = channel
    for number in channel.ownNumbers { channelsByNumber[number, default: []].append(id) }
    tallies[device, default: DeviceTally()].add(channel)
    count(1, in: channel.linkedid)
    emit(.created(channel.party))
    return id
  }

  /// The name that is shown beside a number: the line's, else the number itself.
  private func shownName(of device: Device, number: String) -> String {
    guard case .line = device, let name = phones[number]?.name, !name.isEmpty else { return number }
    return name
  }

  /// Takes a channel out of the tables.
  mutating func remove(_ channel: Channel) {
    channels[channel.id] = nil
    tallies[channel.device]?.remove(channel)
    count(-1, in: channel.linkedid)
    for number in channel.ownNumbers {
      channelsByNumber[number]?.removeAll { $0 == channel.id }
      if channelsByNumber[number] == [] { channelsByNumber[number] = nil }
    }
  }

  /// Makes a channel part of another one's call, and the record that it writes.
  mutating func join(_ id: ChannelID, callOf other: ChannelID) {
    guard let old = channels[id]?.linkedid, let linkedid = channels[other]?.linkedid else { return }
    channels[id]?.linkedid = linkedid
    channels[id]?.record?.linkedid = linkedid
    count(-1, in: old)
    count(1, in: linkedid)
  }

  private mutating func count(_ change: Int, in linkedid: String) {
    let count = channelCountsByCall[linkedid, default: 0] + change
    channelCountsByCall[linkedid] = count == 0 ? nil : count
  }

  /// The channels of an extension or an outside number, as it is dialled or as it is sent, in the
  /// order they were made.
  func channels(of number: String) -> [Channel] {
    (channelsByNumber[number] ?? []).compactMap { channels[$0] }
  }

  /// Changes a channel's state, and what its device shows.
  mutating func setState(_ state: Channel.State, of id: ChannelID) {
    guard channels[id]?.state != state else { return }
    change(id) { $0.state = state }
  }

  /// Changes what a channel's device shows of it, and tells if that is something else then.
  mutating func change(_ id: ChannelID, _ body: (inout Channel) -> Void) {
    guard var channel = channels[id] else { return }
    tallies[channel.device]?.remove(channel)
    body(&channel)
    tallies[channel.device]?.add(channel)
    channels[id] = channel
    showState(of: channel.device)
  }

  private static func hexadecimal(_ number: Int) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: max(0, 8 - digits.count)) + digits
  }
}
