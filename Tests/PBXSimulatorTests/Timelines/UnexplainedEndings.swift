import PBXModel
import PBXSimulator

/// The hangups of a recorded run that no action, refusal or time-out explains.
struct UnexplainedEndings {
  struct Ending {
    var moment: Duration
    var channel: ChannelName
    /// By whoever is at its phone; else by the PBX.
    var isByPhone: Bool
  }

  private(set) var all: [Ending] = []
  private let limits: (ring: Duration, originate: Duration)
  private let timeline: Timeline
  private let actions: [Timeline.Line]
  private var bridges = BridgeTable()
  /// When the channels ended: leaving a bridge may as well be a way to another one.
  private let hangups: [ChannelName: Duration]
  private var begins: [ChannelName: Duration] = [:]
  private var ended: Set<ChannelName> = []

  init(in timeline: Timeline, limits: (ring: Duration, originate: Duration)) {
    self.limits = limits
    self.timeline = timeline
    actions = timeline.lines.filter { $0.kind == .action }
    hangups = Dictionary(
      timeline.lines.filter { $0.name == "Hangup" }
        .map { (ChannelName(text: $0["Channel"]), $0.moment) }, uniquingKeysWith: { $1 })
    for line in timeline.lines {
      read(line)
      bridges.follow(line)
    }
  }

  private mutating func read(_ line: Timeline.Line) {
    let channel = ChannelName(text: line["Channel"])
    let called = ChannelName(text: line["DestChannel"])
    switch (line.name, line["DialStatus"]) {
    case ("DialBegin", _): begins[called] = line.moment
    case ("BridgeLeave", _): end(channel, at: line, hangsUp: true)
    case ("DialEnd", "CANCEL"): end(channel, at: line, hangsUp: false)
    case ("DialEnd", "NOANSWER"):
      if !isTimeout(line, of: called) { end(called, at: line, hangsUp: false) }
    case ("DialEnd", "BUSY"): ended.formUnion(bridges.connected(to: called))
    case ("Hangup", _) where line["Cause"] == "16": end(channel, at: line, hangsUp: true)
    default: break
    }
  }

  private mutating func isTimeout(_ line: Timeline.Line, of called: ChannelName) -> Bool {
    let limit = line["Channel"].isEmpty ? limits.originate : limits.ring
    let isTimeout = line.moment >= (begins[called] ?? .zero) + limit - .milliseconds(50)
    if isTimeout { ended.formUnion(bridges.connected(to: called)) }
    return isTimeout
  }

  private mutating func end(_ channel: ChannelName, at line: Timeline.Line, hangsUp: Bool) {
    // Rule 12 of `RecordedRun`.
    guard !timeline.isParker(channel, at: line.moment) else { return }
    guard !ended.contains(channel), !isExplained(line.moment), !isHungUp(channel, by: line.moment),
      let hangup = hangups[channel],
      hangup - line.moment <= .milliseconds(20)
    else { return }
    ended.formUnion(bridges.connected(to: channel))
    all.append(Ending(moment: line.moment, channel: channel, isByPhone: hangsUp))
  }

  /// Rule 8 of `RecordedRun`: an order to hang up may be obeyed late.
  private func isHungUp(_ channel: ChannelName, by moment: Duration) -> Bool {
    actions.contains {
      $0["Action"] == "Hangup" && $0["Channel"] == channel.text && $0.moment <= moment
    }
  }

  /// An action's response is written when it comes, which may be after what it did.
  private func isExplained(_ moment: Duration) -> Bool {
    actions.contains { action in
      let effect: Duration =
        action["Action"] == "CancelAtxfer" ? .milliseconds(400) : .milliseconds(10)
      return (action.moment - .milliseconds(10)...action.moment + effect).contains(moment)
    }
  }
}
