import PBXModel

/// Beginning calls: for an extension, by a phone, and from outside.
extension Switchboard {
  /// Rings an extension and, when it answers, calls the destination; answers the call's uniqueid.
  ///
  /// Throws `call/dial`'s failure where the extension or the destination does not exist. An
  /// extension that is not registered is accepted, and nothing comes of it: a real PBX learns that
  /// only after it has answered.
  mutating func originate(_ request: Dial) throws(PBXError) -> String {
    try request.validate()
    guard let line = phones[request.extension] else {
      throw Dial.failed("there is no extension \(request.extension)")
    }
    guard let destination = dialplan.destination(of: request.dest) else {
      throw Dial.failed("there is no number \(request.dest)")
    }
    let shown = request.displaycid.map { (number: $0, name: $0) }
    guard let id = ring(line, showing: shown) else { return makeUniqueid() }
    channels[id]?.destination = destination
    return channels[id]?.uniqueid ?? ""
  }

  /// Rings an extension on nobody's behalf; answers the channel, nil where it is not registered.
  ///
  /// - Parameter caller: the number and the name that it shows, the line's own where it is nil.
  mutating func ring(
    _ line: Line, showing caller: (number: String, name: String)? = nil
  ) -> ChannelID? {
    guard isReachable(.line(line.number)) else { return nil }
    let id = makeChannel(to: .line(line.number), number: line.number, state: .down)
    if let caller {
      channels[id]?.callerNumber = caller.number
      channels[id]?.callerName = caller.name
    }
    openRecord(
      for: id, to: "s", application: "AppDial2", data: "(Outgoing Line)")
    schedule(.invite(id), after: Latency.originate)
    schedule(.giveUp(id), after: Latency.originate + world.originateLimit)
    return id
  }

  /// Lets a phone dial by itself; answers the call's uniqueid.
  ///
  /// Throws a `lab` error where there is no such phone or number, or the phone has all the calls
  /// that it may have: there would be no call, and no record either.
  mutating func dial(_ number: String, from caller: String) throws(PBXError) -> String {
    guard let line = phones[caller] else {
      throw DialByPhone.refused("there is no phone \(caller)")
    }
    guard let destination = dialplan.destination(of: number) else {
      throw DialByPhone.refused("there is no number \(number)")
    }
    if let limit = line.callLimit, channelCount(of: .line(caller)) >= limit {
      throw DialByPhone.refused("\(caller) has all the calls that it may have")
    }
    let id = makeChannel(to: .line(caller), number: caller, state: .ring)
    openRecord(for: id, to: number)
    schedule(.proceed(id, destination), after: Latency.dialplan)
    return channels[id]?.uniqueid ?? ""
  }

  /// Rings in from outside; answers the call's uniqueid.
  mutating func callIn(_ call: IncomingCall) throws(PBXError) -> String {
    guard !call.caller.isEmpty else { throw PlaceIncomingCall.refused("the caller needs a number") }
    // Calls are looked up by number: it would count as the extension's own.
    guard phones[call.caller] == nil else {
      throw PlaceIncomingCall.refused("\(call.caller) is an extension, not an outside number")
    }
    let name = call.trunk ?? world.trunks.first?.name ?? ""
    guard world.trunks.contains(where: { $0.name == name }) else {
      throw PlaceIncomingCall.refused("there is no trunk \(name)")
    }
    switch obstacle(to: .trunk(name)) {
    case .noCircuit: throw PlaceIncomingCall.refused("all channels of \(name) are taken")
    case .some: throw PlaceIncomingCall.refused("\(name) is not reachable")
    case nil: break
    }
    guard let destination = dialplan.destination(written: call.destination) else {
      throw PlaceIncomingCall.refused("there is no number \(call.destination)")
    }
    if case .outside = destination.target {
      throw PlaceIncomingCall.refused("\(call.destination) is an outside number")
    }
    let id = makeChannel(to: .trunk(name), number: call.caller, state: .ring)
    openRecord(for: id, to: call.destination, context: "from-trunk", direction: "in")
    schedule(.proceed(id, destination), after: Latency.dialplan)
    return channels[id]?.uniqueid ?? ""
  }
}
