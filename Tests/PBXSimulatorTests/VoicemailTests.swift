import PBXModel
import PBXSimulator
import Testing

struct VoicemailTests {
  /// 8002's calls go to a box; 8003's too, but not where it is busy.
  private static let world: World = {
    var world = World.default
    world.lines[1].mailbox = "8002"
    world.lines[2].mailbox = "8003"
    world.lines[3].mailbox = "none"
    world.mailboxes += [
      Mailbox(number: "8002", greeting: .seconds(5), longestMessage: .seconds(60)),
      Mailbox(number: "8003", takesBusy: false),
    ]
    world.ringLimit = .seconds(20)
    return world
  }()

  private func messages(_ bench: Bench, read: String? = nil) throws -> [Voicemail] {
    try bench.switchboard.voicemails(
      ListVoicemails(start: "2026-01-05 00:00:00", end: "2026-01-06 00:00:00", isRead: read)
    ).rows
  }

  private func callIn(_ bench: inout Bench, to number: String) throws {
    try bench.send(.incoming(IncomingCall(caller: "18312345678", destination: number)))
  }

  @Test func `nobody answers, and the caller leaves a message`() throws {
    var bench = Bench(world: Self.world)
    try bench.phone("8002", .ignores)
    try callIn(&bench, to: "8002")
    bench.wait(.seconds(36))
    #expect(try bench.state("8002") == "Not in use/0")
    #expect(try bench.state("trunkHWD") == "In use/1")
    try bench.hangup("18312345678")
    let message = try #require(try messages(bench).first)
    #expect(
      message.json == [
        "id": 1, "calldate": "2026-01-05 09:00:25", "callerid": "18312345678", "dst": "8002",
        "is_read": "no", "duration": 10, "hangup_time": "2026-01-05 09:00:36",
        "recording":
          "voicemail/20260105/20260105-090025-18312345678-8002-hwd-1767574800.0.wav",
        "uniqueid": "hwd-1767574800.0",
      ])
    #expect(
      try bench.recordTexts() == [
        "18312345678 8002 NO ANSWER 20/0", "18312345678 vm8002 ANSWERED 15/15",
      ])
    let record = try #require(try bench.records().last)
    #expect(record.lastApplication == "VoiceMail" && record.text("lastdata") == "8002@default,us")
    #expect(record.text("direction") == "in" && record.text("trunkName") == "trunkHWD")
    #expect(Set(try bench.records().map(\.linkedid)).count == 1)
    #expect(
      bench.switchboard.recordingLength(at: message.text("recording"))
        == .seconds(36) - .seconds(25) - .milliseconds(5))
  }

  @Test(arguments: [
    ("8002", PhoneBehavior.busy, ["BUSY", "ANSWERED"], "8002@default,bs"),
    ("8002", .offline, ["FAILED", "ANSWERED"], "8002@default,us"),
    ("8002", .rejects, ["NO ANSWER", "ANSWERED"], "8002@default,us"),
    ("8003", .busy, ["BUSY"], ""), ("8003", .offline, ["FAILED", "ANSWERED"], "8003@default,us"),
    ("8004", .busy, ["BUSY"], ""), ("8005", .busy, ["BUSY"], ""),
  ])
  func `a box takes what the world lets it take`(
    number: String, behavior: PhoneBehavior, dispositions: [String], data: String
  ) throws {
    var bench = Bench(world: Self.world)
    try bench.phone(number, behavior)
    try callIn(&bench, to: number)
    bench.wait(.seconds(15))
    _ = try? bench.hangup("18312345678")
    #expect(try bench.records().map(\.disposition) == dispositions)
    #expect(try messages(bench).count == dispositions.count - 1)
    if !data.isEmpty { #expect(try bench.records().last?.text("lastdata") == data) }
  }

  @Test func `an answered call is none of the box's`() throws {
    var bench = Bench(world: Self.world)
    try bench.dial("8001", "8002")
    bench.wait(.seconds(5))
    try bench.hangup("8002")
    #expect(try bench.records().map(\.disposition) == ["ANSWERED"])
    #expect(try bench.state("8001") == "Not in use/0")
  }

  @Test func `a caller who gives up while it rings leaves nothing`() throws {
    var bench = Bench(world: Self.world)
    try bench.phone("8002", .ignores)
    try bench.dial("8001", "8002")
    bench.wait(.seconds(5))
    try bench.hangup("8001")
    bench.wait(.seconds(60))
    #expect(try messages(bench).isEmpty)
    #expect(try bench.records().map(\.disposition) == ["NO ANSWER"])
  }

  @Test(arguments: [(2, 0), (7, 0), (9, 1)])
  func `who hangs up too early leaves no message`(seconds: Int, count: Int) throws {
    var bench = Bench(world: Self.world)
    try bench.send(.phoneDials(from: "8001", to: "vm8002"))
    bench.wait(.seconds(seconds))
    try bench.hangup("8001")
    #expect(try messages(bench).count == count)
    #expect(try bench.recordTexts() == ["8001 vm8002 ANSWERED \(seconds)/\(seconds - 1)"])
  }

  @Test func `the longest message ends the call`() throws {
    var bench = Bench(world: Self.world)
    try bench.dial("8001", "vm8002")
    bench.wait(.seconds(65))
    #expect(try bench.state("8001") == "In use/1")
    bench.wait(.seconds(2))
    #expect(try bench.state("8001") == "Not in use/0")
    #expect(try messages(bench).map { $0.integer("duration") } == [60])
  }

  @Test func `hash skips the greeting and ends the message`() throws {
    var bench = Bench(world: Self.world)
    try bench.dial("8001", "vm8002")
    bench.wait(.seconds(2))
    try bench.send(.perform(.presses("1#"), number: "8001"))
    bench.wait(.seconds(4) + .milliseconds(200))
    try bench.send(.perform(.presses("#"), number: "8001"))
    #expect(try bench.state("8001") == "Not in use/0")
    #expect(try messages(bench).map { $0.integer("duration") } == [4])
  }

  @Test func `messages are listed by time and by what was heard`() throws {
    var bench = Bench(world: Self.world)
    for caller in ["8005", "8006", "8007"] {
      try bench.dial(caller, "vm8002")
      bench.wait(.seconds(20))
      try bench.hangup(caller)
    }
    #expect(try messages(bench).map { $0.integer("id") } == [1, 2, 3])
    try bench.send(.markVoicemail(MarkVoicemail(id: "2", isRead: "yes")))
    try bench.send(.markVoicemail(MarkVoicemail(id: "2", isRead: "yes")))
    #expect(try messages(bench, read: "yes").map { $0.text("callerid") } == ["8006"])
    #expect(try messages(bench, read: "no").map { $0.text("callerid") } == ["8005", "8007"])
    try bench.send(.markVoicemail(MarkVoicemail(id: "2", isRead: "no")))
    #expect(try messages(bench, read: "yes").isEmpty)
    let second = try messages(bench)[1].text("calldate")
    let page = try bench.switchboard.voicemails(ListVoicemails(start: second, end: second))
    #expect(page.rows.map { $0.integer("id") } == [2] && page.total == 1)
    let pages = try (1...3).map {
      try bench.switchboard.voicemails(
        ListVoicemails(
          page: $0, pageSize: 2, start: "2026-01-05 09:00:00", end: "2026-01-05 10:00:00")
      ).rows.count
    }
    #expect(pages == [2, 1, 0])
  }

  @Test(arguments: [
    ("1", "yes", APIErrorCode(510001)), ("0", "yes", 510001),
    ("9223372036854775807", "no", 510001), ("x", "yes", 510000), ("1", "perhaps", 510000),
  ])
  func `there must be a message to mark`(id: String, isRead: String, code: APIErrorCode) {
    var bench = Bench()
    let error = #expect(throws: PBXError.self) {
      try bench.send(.markVoicemail(MarkVoicemail(id: id, isRead: isRead)))
    }
    #expect(error?.code == code)
  }

  @Test func `who consults and reaches a box is heard there, keys too`() throws {
    var bench = Bench(world: Self.world)
    try bench.phone("8002", .busy)
    try bench.dial("8001", "8005")
    bench.wait(.seconds(3))
    try bench.transfer(.attended, "8001", "8002")
    bench.wait(.seconds(2))
    try bench.send(.perform(.presses("#"), number: "8001"))
    bench.wait(.seconds(4))
    try bench.send(.perform(.presses("#"), number: "8001"))
    #expect(try messages(bench).map { $0.integer("duration") } == [4])
    bench.wait(.seconds(2))
    #expect(try bench.state("8005") == "In use/1")
  }

  @Test func `a consultation that reaches a box can be cancelled and completed`() throws {
    for isCompleted in [true, false] {
      var bench = Bench(world: Self.world)
      try bench.phone("8002", .busy)
      try bench.dial("8001", "8005")
      bench.wait(.seconds(3))
      try bench.transfer(.attended, "8001", "8002")
      bench.wait(.seconds(2))
      if isCompleted { try bench.hangup("8001") } else { try bench.cancel("8001") }
      bench.wait(.seconds(10))
      #expect(try bench.state("8005") == "In use/1")
      try bench.hangup("8005")
      bench.wait(.seconds(1))
      for number in ["8001", "8002", "8005"] {
        #expect(try bench.state(number) == "Not in use/0")
      }
      #expect(try messages(bench).map { $0.text("callerid") } == (isCompleted ? ["8001"] : []))
    }
  }
}
