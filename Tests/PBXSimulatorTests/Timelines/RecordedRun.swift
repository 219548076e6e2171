import PBXModel
import PBXSimulator

/// What was done in a recorded run, and what came of it.
///
/// What a recording shows of its lab, and not of the telephone system, is left out by rule:
/// 1. After an originated call failed, the lab's Asterisk tried a second time by itself. The
///    recording ends where the acting extension gets a channel without an action.
/// 2. A second record with the application `Hangup` comes from steps behind `Dial` in the lab's
///    dialplan; the recommended dialplan suppresses it.
/// 3. Where a hangup handler ran, no record was written; the index's words stand in: one record of
///    0 s without a called channel.
/// 4. A calling channel that ended with cause 0 after nobody answered comes from an earlier
///    dialplan; the later one says 19.
/// 5. Who ended a call is not always recorded as an action. An ending that neither an action nor a
///    time-out explains is the first channel's that left its bridge, gave up dialling, or ended.
/// 6. The index says what each phone does; where a recording shows what it did, that counts, to the
///    millisecond: records cut their times to whole seconds.
/// 7. An application that a gateway's own dialplan (`gw-…`) runs is that dialplan's: the recording
///    ends where one is originated.
/// 8. Without sound in the call an Asterisk ends a spy only with that call; here it ends at once.
/// 9. A record with the application `Return` comes from the lab's hangup handlers.
/// 10. An endpoint that no call of the run leads to shows its own affairs.
/// 11. Recordings do not name who called in over the trunk: it is one outside number.
/// 12. A gateway parks in two steps, the second of which hangs up the parker; the API's `park` is
///    both, and the parker's own ending, whenever it came, is no step.
/// 13. A parked call is taken back by an application. An earlier recording dialled the space
///    instead, which shows in the record's `dst`.
struct RecordedRun {
  struct Step: Sendable {
    var moment: Duration
    var input: Input
    /// Whether the PBX answered it with an error; nil where the recording does not say.
    var isRefused: Bool?
  }

  private(set) var timeline: Timeline
  private(set) var steps: [Step] = []

  init(_ timeline: Timeline) {
    self.timeline = timeline
    cutSecondAttempt()
    cutGatewayDialplan()
    steps = actions() + ownDialling() + holdKeys() + endings()
    steps.sort { $0.moment < $1.moment }
  }

  var limits: (ring: Duration, originate: Duration) {
    let data = timeline.lines.first { $0.name == "Cdr" && $0["LastApplication"] == "Dial" }
    let variable = timeline.lines.first?["Variable"].split(separator: "=").last
    let ring = data?["LastData"].split(separator: ",").dropFirst().first ?? variable
    let timeout = timeline.lines.first { $0["Action"] == "Originate" }?["Timeout"]
    return (
      .seconds(ring.flatMap { Int($0) } ?? 45), .milliseconds(timeout.flatMap { Int($0) } ?? 30_000)
    )
  }

  private mutating func cutSecondAttempt() {
    guard
      let failure = timeline.lines.firstIndex(where: {
        $0.name == "OriginateResponse" && $0["Reason"] != "4"
      }),
      let second = timeline.lines[failure...].firstIndex(where: { $0.name == "Newchannel" })
    else { return }
    timeline.lines.removeSubrange(second...)
  }

  private mutating func cutGatewayDialplan() {
    let first = timeline.lines.firstIndex {
      $0["Action"] == "Originate" && $0["Context"].hasPrefix("gw-")
    }
    if let first { timeline.lines.removeSubrange(first...) }
  }

  private func actions() -> [Step] {
    var bridges = BridgeTable()
    var steps: [Step] = []
    for line in timeline.lines {
      bridges.follow(line)
      guard line.kind == .action else { continue }
      let channel = ChannelName(text: line["Channel"])
      let peer = bridges.peers(of: channel).first
      if let input = input(for: line, channel: channel, peer: peer) {
        let isRefused = line.response.hasPrefix("Error")
        steps.append(Step(moment: line.moment, input: input, isRefused: isRefused))
      }
    }
    return steps
  }

  private func input(
    for line: Timeline.Line, channel: ChannelName, peer: ChannelName?
  ) -> Input? {
    let dest = line["Exten"]
    switch line["Action"] {
    case "Originate" where line["Application"] == "ParkedCall" || line["Context"] == "parkedcalls":
      let number = String(line["Channel"].dropFirst("PJSIP/".count))
      let parked = timeline.lines.last { $0["Action"] == "Park" && $0.moment < line.moment }
      return .unpark(
        Unpark(
          extension: number, dest: self.number(of: ChannelName(text: parked?["Channel"] ?? ""))))
    case "Originate" where !line["Application"].isEmpty:
      let number = String(line["Channel"].dropFirst("PJSIP/".count))
      return application(line["Application"], line["Data"], on: number)
    case "Originate":
      let number = String(line["Channel"].dropFirst("PJSIP/".count))
      let shown = String(line["CallerID"].prefix { $0 != " " })
      return .dial(
        Dial(extension: number, dest: dest, displaycid: shown == number ? nil : shown))
    case "Hangup":
      guard !timeline.isParker(channel, at: line.moment) else { return nil }
      return .hangup(Hangup(extension: number(of: channel)))
    case "Park":
      return .park(Park(extension: ChannelName(text: line["TimeoutChannel"]).device))
    case "Redirect" where line["Context"] == "gw-hold":
      return .hold(Hold(extension: ChannelName(text: line["ExtraChannel"]).device))
    case "Bridge":
      return .unhold(Unhold(extension: ChannelName(text: line["Channel1"]).device))
    case "BlindTransfer":
      return .transfer(Transfer(kind: .blind, extension: channel.device, dest: dest))
    case "Atxfer":
      return .transfer(Transfer(kind: .attended, extension: channel.device, dest: dest))
    case "CancelAtxfer":
      return .cancelAttendedTransfer(CancelAttendedTransfer(extension: channel.device))
    case "QueueAdd", "QueuePause", "QueueRemove":
      return agentInput(for: line)
    case "Redirect":
      // Who is in no bridge waits in a queue.
      guard let peer else {
        return .redirect(Redirect(extension: dest, dest: number(of: channel)))
      }
      let place = "\(line["Context"]),\(dest),\(line["Priority"])"
      return line["Context"] == "from-internal"
        ? .transfer(Transfer(kind: .blind, extension: peer.device, dest: dest))
        : .transfer(Transfer(kind: .app, extension: peer.device, dest: place))
    default:
      return nil
    }
  }

  /// The operation that an originated application stands for.
  private func application(_ name: String, _ data: String, on number: String) -> Input? {
    let arguments = data.split(separator: ",").map(String.init)
    let target = arguments.first.map { ChannelName(text: $0).device } ?? ""
    switch (name, arguments.last) {
    case ("PickupChan", _): return .pickUp(PickUp(extension: number, dest: target))
    case ("Pickup", _):
      let exten = String(data.prefix { $0 != "@" })
      return .pickUp(PickUp(extension: number, dest: exten))
    case ("ChanSpy", "qE"): return .monitor(Monitor(extension: number, dest: target))
    case ("ChanSpy", "qwE"): return .whisper(Whisper(extension: number, dest: target))
    case ("ChanSpy", "qBE"): return .barge(Barge(extension: number, dest: target))
    // The gateway takes the extension off the path that the API is given.
    case ("Playback", _):
      return .playOnHandset(PlayOnHandset(extension: number, filename: data + ".wav"))
    default: return nil
    }
  }

  private func agentInput(for line: Timeline.Line) -> Input? {
    let place = String(line["Interface"].dropFirst("PJSIP/".count))
    let pause: PauseCode = line["Paused"] == "true" ? .business : .ready
    switch line["Action"] {
    case "QueueAdd":
      return .logInAgent(
        LogInAgent(
          agentID: line["MemberName"].isEmpty ? "1010" : line["MemberName"], extension: place,
          queue: line["Queue"], penalty: Int(line["Penalty"]) ?? 0, pause: pause))
    case "QueuePause":
      return .pauseAgent(
        PauseAgent(
          extension: place, pause: pause, queue: line["Queue"],
          reason: line["Reason"].isEmpty ? nil : line["Reason"]))
    case "QueueRemove":
      return .logOutAgent(LogOutAgent(extension: place, queue: line["Queue"]))
    default:
      return nil
    }
  }

  /// Who is behind a channel: behind the trunk, who called in, or whom the run dialled.
  private func number(of channel: ChannelName) -> String {
    guard channel.device == Self.trunk else { return channel.device }
    let isCaller = timeline.lines.contains {
      $0["Channel"] == channel.text && $0["ChannelStateDesc"] == "Ring"
    }
    guard !isCaller else { return Self.outsideCaller }
    return timeline.lines.first { $0["Action"] == "Originate" }?["Exten"] ?? ""
  }

  private static let trunk = "trunkHWD"
  private static let outsideCaller = "18312345678"

  private func endings() -> [Step] {
    UnexplainedEndings(in: timeline, limits: limits).all.map { ending in
      let number = number(of: ending.channel)
      let input: Input =
        ending.isByPhone
        ? .perform(.hangsUp(after: .zero), number: number)
        : .hangup(Hangup(extension: number))
      return Step(moment: ending.moment, input: input)
    }
  }

  /// A hold that no transfer has asked for is a phone's key.
  private func holdKeys() -> [Step] {
    timeline.lines.filter { ["Hold", "Unhold"].contains($0.name) }
      .filter { line in
        !timeline.lines.contains {
          ["Atxfer", "BlindTransfer"].contains($0["Action"]) && $0["Channel"] == line["Channel"]
        }
      }
      .map { line in
        let number = number(of: ChannelName(text: line["Channel"]))
        return Step(
          moment: line.moment,
          input: .perform(line.name == "Hold" ? .holds : .unholds, number: number))
      }
  }

  /// Calls that a phone dialled: a channel that comes up calling.
  private func ownDialling() -> [Step] {
    timeline.lines.filter { $0.name == "Newchannel" && $0["ChannelStateDesc"] == "Ring" }
      .map { (line: $0, channel: ChannelName(text: $0["Channel"])) }
      .filter { !$0.channel.isLocal }
      .map { line, channel in
        let join = timeline.lines.first {
          $0.name == "QueueCallerJoin" && $0["Channel"] == line["Channel"]
        }
        let dialling = timeline.lines.first {
          $0.name == "DialBegin" && $0["Channel"] == line["Channel"]
        }
        let record = timeline.lines.first { $0.name == "Cdr" && $0["Channel"] == line["Channel"] }
        let called =
          join?["Queue"] ?? dialling.map { ChannelName(text: $0["DestChannel"]).device }
          ?? record?["Destination"] ?? String(timeline.name.suffix(4))
        let input: Input =
          channel.device == Self.trunk
          ? .incoming(IncomingCall(caller: Self.outsideCaller, destination: called))
          : .phoneDials(from: channel.device, to: called)
        return Step(moment: line.moment, input: input)
      }
  }
}
