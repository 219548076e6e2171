import PBXModel

/// Parked calls: the peer waits in a space of the lot, and the parker is free.
extension Switchboard {
  /// How long the parker rings when a parked call comes back: `comebackdialtime`.
  private static let comebackLimit = Duration.seconds(30)

  /// Parks the peer of an extension, the phone behind it where helper legs are between.
  ///
  /// Throws `call/park`'s failure where the extension talks with nobody or the lot is full.
  mutating func park(_ request: Park) throws(PBXError) {
    try request.validate()
    let (parker, peer) = try conversation(of: request.extension, or: Park.failed)
    guard let parkee = channels[farEnd(of: peer)], parkee.state == .up, parkee.device != .local
    else {
      throw Park.failed("\(request.extension) talks with nobody")
    }
    guard !isInConsultation(parkee.id) else {
      throw Park.failed("\(parkee.number) is in an attended transfer")
    }
    guard let space = parkedCalls.lowestFree(of: world.parkingLot.spaces) else {
      throw Park.failed("there is no free space in the lot \(world.parkingLot.name)")
    }
    leaveBridge(parkee.id)
    park(parkee, in: space, by: parker)
    end(parker.id, cause: .normalClearing)
  }

  private mutating func park(_ parkee: Channel, in space: Int, by parker: Channel) {
    let own = closeRecord(of: parkee.id)
    parkedCalls.take(
      Parking(
        space: space, channel: parkee.id, number: parkee.callerNumber, parker: parker.number,
        since: now, place: own?.place ?? .ofCalledChannel,
        application: own.map { .init(name: $0.application, data: $0.applicationData) }))
    if let own {
      channels[parkee.id]?.record = own.continued(at: now, with: "")
      // Who is parked talks with nobody.
      channels[parkee.id]?.record?.recorded = RecordedSpan()
    } else {
      // A called channel is nowhere in the dialplan.
      openRecord(for: parkee.id, to: "", isAnswered: true)
    }
    channels[parkee.id]?.record?.application = "Park"
    channels[parkee.id]?.record?.applicationData = "\(world.parkingLot.name):\(space)"
    channels[parkee.id]?.application = .parked(space: space)
    emit(.parked(parkee.party, space: space))
    if let limit = world.parkingLot.timeout { schedule(.comeBack(parkee.id), after: limit) }
  }

  /// A call has been parked for too long: it rings the parker, and ends if that does not answer.
  mutating func comeBack(_ id: ChannelID) {
    guard let limit = world.parkingLot.timeout, let channel = channels[id],
      case .parked(let space) = channel.application, let parking = parkedCalls[space],
      // It may have been taken back and parked again.
      parking.since.advanced(by: limit) <= now
    else { return }
    parkedCalls.free(space)
    channels[id]?.application = .none
    let direction = channel.record?.direction == "in" ? "in" : "inter"
    closeRecord(of: id)
    openRecord(
      for: id, to: "PJSIP_\(parking.parker)", context: "park-dial", direction: direction,
      isAnswered: true)
    dial(
      .line(parking.parker), number: parking.parker, on: id,
      data: "PJSIP/\(parking.parker),\(Self.comebackLimit.components.seconds),",
      limit: Self.comebackLimit, mayDivert: false)
  }

  /// Rings an extension, which takes a parked call back when it answers.
  ///
  /// Throws `call/unpark`'s failure where nobody with that number is parked.
  mutating func unpark(_ request: Unpark) throws(PBXError) {
    try request.validate()
    guard let line = phones[request.extension] else {
      throw Unpark.failed("there is no extension \(request.extension)")
    }
    guard let space = parkedCalls.space(of: request.dest), let parking = parkedCalls[space],
      let parkee = channels[parking.channel]
    else {
      let parked = Int(request.dest).flatMap { parkedCalls[$0]?.number }
      throw Unpark.failed(
        parked.map { "\(request.dest) is a space of the lot: name who is parked there, \($0)" }
          ?? "\(request.dest) is not parked")
    }
    guard let id = ring(line, showing: (parkee.callerNumber, parkee.callerName)) else { return }
    channels[id]?.destination = Destination(
      target: .parkingSpace(space), number: "s", context: "from-internal")
  }

  /// A phone has answered to take back who is in a space; that may be nobody any more, or, as on
  /// an Asterisk, whoever has been parked there meanwhile.
  mutating func takeBack(from space: Int, to id: ChannelID) {
    channels[id]?.record?.application = "ParkedCall"
    channels[id]?.record?.applicationData = "\(world.parkingLot.name),\(space)"
    guard let parking = parkedCalls[space], let taker = channels[id] else {
      end(id, cause: .normalClearing)
      return
    }
    parkedCalls.free(space)
    channels[parking.channel]?.application = .none
    join(id, callOf: parking.channel)
    closeRecord(of: id)
    if var record = closeRecord(of: parking.channel)?.continued(at: now, with: taker.name) {
      if let application = parking.application {
        (record.application, record.applicationData) = (application.name, application.data)
      }
      channels[parking.channel]?.record = record
    }
    bridge(parking.channel, id)
  }
}

extension Parking.Place {
  /// Where a channel is that was called: its caller is in the dialplan, not it.
  fileprivate static let ofCalledChannel = Self(context: "from-internal", exten: "", priority: 1)
}

extension RecordDraft {
  /// Where the channel is in the dialplan; each step of that has its number.
  fileprivate var place: Parking.Place {
    let priority =
      switch (application, context) {
      case ("Queue", _): 7
      case (_, "from-trunk"): 2
      default: 3
      }
    return Parking.Place(context: context, exten: dst, priority: priority)
  }
}
