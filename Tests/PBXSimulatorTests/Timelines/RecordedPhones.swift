import PBXModel
import PBXSimulator

/// The phones of the recorded runs, as the index describes them.
enum RecordedPhones {
  private static let atOnce = PhoneBehavior.answers(after: .zero)

  private static let lines: [Line] =
    [8001, 8005, 8007, 8021, 8022, 8023].map { Line(number: String($0), behavior: atOnce) } + [
      Line(number: "8002", behavior: .answers(after: .seconds(2))),
      Line(number: "8003", behavior: .ignores),
      Line(number: "8004", behavior: .busy),
      Line(number: "8006", contact: .unregistered, behavior: atOnce),
      Line(number: "8008", behavior: atOnce, busyAt: 1),
      Line(number: "8009", contact: .unreachable),
      Line(number: "8010", behavior: .answers(after: .seconds(1))),
      Line(number: "8011", contact: .missing),
    ]

  /// The world of a run: the index's phones, except where the recording shows one do otherwise.
  static func world(of run: RecordedRun) -> World {
    var world = World.default
    world.lines = lines
    for index in lines.indices {
      guard let seen = behavior(of: lines[index].number, in: run.timeline) else { continue }
      world.lines[index].contact = .registered
      world.lines[index].behavior = seen
    }
    // The lab's `voicemail.conf`.
    world.mailboxes = ["8001", "8002"].map {
      Mailbox(number: $0, longestMessage: .seconds(20))
    }
    // Two seconds but for a moment: its record counts one whole second.
    world.recordings = ["/var/spool/asterisk-pbx/monitor/tone.wav": .milliseconds(1_998)]
    world.parkingLot = lot(of: run.timeline)
    world.outsideBehavior = .answers(after: .seconds(2))
    world.ringLimit = run.limits.ring
    world.originateLimit = run.limits.originate
    return world
  }

  /// The lot that a run parks in, of the two that the lab has.
  private static func lot(of timeline: Timeline) -> ParkingLot {
    timeline.lines.contains { $0["Parkinglot"] == "default0" }
      ? ParkingLot(name: "default0", spaces: 731...740, timeout: nil) : ParkingLot()
  }

  /// What a phone did when it was called; nil where it was not, or did not react.
  private static func behavior(of number: String, in timeline: Timeline) -> PhoneBehavior? {
    func isOf(_ field: String, _ line: Timeline.Line) -> Bool {
      ChannelName(text: line[field]).device == number
    }
    if timeline.lines.contains(where: {
      $0.name == "DialEnd" && $0["DialStatus"] == "BUSY" && isOf("DestChannel", $0)
    }) {
      return .busy
    }
    guard
      let ringing = timeline.lines.first(where: {
        $0.name == "Newstate" && isOf("Channel", $0) && $0["ChannelStateDesc"] == "Ringing"
      }),
      let up = timeline.lines.first(where: {
        $0.name == "Newstate" && $0["Channel"] == ringing["Channel"]
          && $0["ChannelStateDesc"] == "Up"
      })
    else { return nil }
    return .answers(after: up.moment - ringing.moment)
  }
}
