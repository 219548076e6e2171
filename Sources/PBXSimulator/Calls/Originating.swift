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
    guard let id = ring(line, showing: request.displaycid) else { return makeUniqueid() }
    channels[id]?.destination = destination
    return channels[id]?.uniqueid ?? ""
  }

  /// Rings an extension on nobody's behalf; answers the channel, nil where it is not registered.
  ///
  /// - Parameter cid: the number that is shown in its place.
  mutating func ring(_ line: Line, showing cid: String? = nil) -> ChannelID? {
    switch line.contact {
    case .registered, .unreachable: break
    case .unregistered, .missing: return nil
    }
    let id = makeChannel(to: .line(line.number), number: line.number, state: .down)
    channels[id]?.callerNumber = cid ?? line.number
    openRecord(
      for: id, to: "s", application: "AppDial2", data: "(Outgoing Line)")
    schedule(.invite(id), after: Latency.originate)
    schedule(.giveUp(id), after: Latency.originate + world.originateLimit)
    return id
  }

  /// Lets a phone dial by itself; answers the call's uniqueid.
  mutating func dial(_ number: String, from caller: String) throws(PBXError) -> String {
    guard phones[caller] != nil else {
      throw PBXError(operation: "lab/phone", cause: .lab("there is no phone \(caller)"))
    }
    guard let destination = dialplan.destination(of: number) else {
      throw PBXError(operation: "lab/phone", cause: .lab("there is no number \(number)"))
    }
    let id = makeChannel(to: .line(caller), number: caller, state: .ring)
    openRecord(for: id, to: number)
    schedule(.proceed(id, destination), after: Latency.dialplan)
    return channels[id]?.uniqueid ?? ""
  }

  /// Rings in from outside; answers the call's uniqueid.
  mutating func callIn(_ call: IncomingCall) throws(PBXError) -> String {
    func refuse(_ reason: String) -> PBXError {
      PBXError(operation: "lab/incoming", cause: .lab(reason))
    }
    guard !call.caller.isEmpty else { throw refuse("the caller needs a number") }
    let name = call.trunk ?? world.trunks.first?.name ?? ""
    guard world.trunks.contains(where: { $0.name == name }) else {
      throw refuse("there is no trunk \(name)")
    }
    guard let destination = dialplan.destination(written: call.destination) else {
      throw refuse("there is no number \(call.destination)")
    }
    if case .outside = destination.target {
      throw refuse("\(call.destination) is an outside number")
    }
    let id = makeChannel(to: .trunk(name), number: call.caller, state: .ring)
    openRecord(for: id, to: call.destination, context: "from-trunk", direction: "in")
    schedule(.proceed(id, destination), after: Latency.dialplan)
    return channels[id]?.uniqueid ?? ""
  }
}
