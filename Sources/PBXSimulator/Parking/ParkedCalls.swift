package import PBXModel

/// What `call/parkList` shows.
extension Switchboard {
  /// The parked calls by their spaces, those that an extension parked where one is given.
  package func parkedCalls(_ request: ListParkedCalls) throws(PBXError) -> Page<ParkedCall> {
    try request.validate()
    let rows = parkedCalls.all
      .filter { request.extension == nil || request.extension == $0.parker }
      .compactMap { parking in channels[parking.channel].map { row(of: parking, $0) } }
    return Page(rows: rows, total: rows.count)
  }

  private func row(of parking: Parking, _ channel: Channel) -> ParkedCall {
    let name = phones[parking.parker]?.name ?? ""
    let duration = UInt64(max(0, parking.seconds(at: now)))
    let limit = world.parkingLot.timeout.map { UInt64(max(0, $0.components.seconds)) } ?? 0
    return ParkedCall(json: [
      "parkeeChannel": .string(channel.name), "parkeeChannelState": "6",
      "parkeeChannelStateDesc": "Up", "parkeeCallerIDNum": .string(channel.callerNumber),
      "parkeeCallerIDName": .string(channel.callerName),
      "parkeeConnectedLineNum": .string(parking.parker),
      // What Asterisk calls an endpoint that has no name.
      "parkeeConnectedLineName": .string(name.isEmpty ? "device" : name),
      "parkeeLanguage": "cn", "parkeeAccountCode": "",
      "parkeeContext": .string(parking.place.context),
      "parkeeExten": .string(parking.place.exten),
      "parkeePriority": .string(String(parking.place.priority)),
      "parkeeUniqueid": .string(channel.uniqueid), "parkeeLinkedid": .string(channel.linkedid),
      "parkerDialString": .string("PJSIP/\(parking.parker)"),
      "parkingLot": .string(world.parkingLot.name), "parkingSpace": .string(String(parking.space)),
      // Without a time-out Asterisk counts below zero, in 64 bits.
      "parkingTimeout": .string(String(limit &- duration)),
      "parkingDuration": .string(String(duration)),
    ])
  }
}
