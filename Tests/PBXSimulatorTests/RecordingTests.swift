import PBXModel
import Testing

@testable import PBXSimulator

struct RecordingTests {
  private func world(_ caller: RecordingPolicy, _ called: RecordingPolicy) -> World {
    var world = World.default
    world.lines[0].recording = caller
    world.lines[1].recording = called
    return world
  }

  private func recording(_ bench: Bench) throws -> String {
    try #require(try bench.records().first).text("recording")
  }

  @Test(
    arguments: [
      (.force, .dontcare, .recorded), (.dontcare, .force, .recorded),
      (.force, .never, .notRecorded), (.never, .force, .recorded),
      (.force, nil, .recorded), (nil, .force, .recorded), (nil, nil, .notRecorded),
      (.dontcare, .dontcare, .notRecorded), (.onetouch, .dontcare, .onRequest),
      (nil, .onetouch, .onRequest), (.onetouch, .force, .recorded),
      (.onetouch, .never, .notRecorded), (.never, .onetouch, .notRecorded),
    ] as [(RecordingPolicy?, RecordingPolicy?, RecordingPolicy.Decision)])
  func `the end that is asked last decides, unless it does not care`(
    caller: RecordingPolicy?, called: RecordingPolicy?, decision: RecordingPolicy.Decision
  ) {
    #expect(RecordingPolicy.decision(caller: caller, called: called) == decision)
  }

  @Test func `a recorded call names its file, which is as long as the talk`() throws {
    var bench = Bench(world: world(.force, .dontcare))
    try bench.dial("8001", "8002")
    bench.wait(.seconds(62) + .milliseconds(500))
    try bench.hangup("8001")
    let record = try #require(try bench.records().first)
    let path = "monitor/20260105/20260105-090000-8001-8002-hwd-1767574800.0.wav"
    #expect(record.text("recording") == path)
    #expect(RecordingPath(path) != nil)
    #expect(record.text("caller_recording") == "force")
    #expect(record.text("callee_recording") == "dontcare")
    #expect(BillingRecord(of: record).text("recording") == path)
    let length = try #require(bench.switchboard.recordingLength(at: path))
    #expect(length > .seconds(60) && length < .seconds(61))
    let sound = try #require(bench.switchboard.sound(at: path))
    #expect(sound.rate == 8000 && sound.count == Sound.samples(in: length, at: 8000))
    #expect(bench.switchboard.sound(at: path + "x") == nil)
  }

  @Test func `a call that nobody answers has no recording`() throws {
    var bench = Bench(world: world(.force, .force))
    try bench.phone("8002", .ignores)
    try bench.dial("8001", "8002")
    bench.wait(.seconds(60))
    #expect(try recording(bench).isEmpty)
    #expect(try bench.records().first?.text("callee_recording") == "force")
  }

  @Test func `who is parked is not recorded, and is again after that`() throws {
    var bench = Bench(world: world(.force, .force))
    try bench.dial("8001", "8002")
    bench.wait(.seconds(10))
    try bench.park("8002")
    bench.wait(.seconds(20))
    try bench.unpark("8002", "8001")
    bench.wait(.seconds(10))
    try bench.hangup("8002")
    let rows = try bench.records().filter { $0.text("channel").hasPrefix("PJSIP/8001-") }
    #expect(rows.map { $0.text("recording").isEmpty } == [false, true, false])
  }

  @Test func `each party has a tone of its own`() throws {
    let call = RecordedCall(caller: "8001", called: "8002", length: .seconds(5))
    let frequencies = Sound(call).notes.compactMap(\.frequency)
    #expect(Set(frequencies).count == 2)
    let swapped = RecordedCall(caller: "8002", called: "8001", length: .seconds(5))
    #expect(Sound(swapped) != Sound(call))
    #expect(Sound(call) == Sound(call))
  }

  @Test func `one touch begins and ends a recording`() throws {
    var bench = Bench(world: world(.dontcare, .onetouch))
    try bench.dial("8001", "8002")
    bench.wait(.seconds(10))
    // The other end may not ask.
    try bench.send(.perform(.presses("*1"), number: "8001"))
    bench.wait(.seconds(10))
    for pause in [Duration.seconds(3), .seconds(7), .seconds(5)] {
      try bench.send(.perform(.presses("*1"), number: "8002"))
      bench.wait(pause)
    }
    try bench.hangup("8001")
    let path = try recording(bench)
    // Three seconds, and the last five, less the time that the second key takes.
    #expect(
      bench.switchboard.recordingLength(at: path) == .seconds(8) - .milliseconds(200))
  }

  @Test(arguments: [(RecordingPolicy.never, RecordingPolicy.onetouch), (.dontcare, .dontcare)])
  func `one touch does nothing where it is not allowed`(
    caller: RecordingPolicy, called: RecordingPolicy
  ) throws {
    var bench = Bench(world: world(caller, called))
    try bench.dial("8001", "8002")
    bench.wait(.seconds(10))
    try bench.send(.perform(.presses("*1"), number: "8002"))
    bench.wait(.seconds(5))
    try bench.hangup("8001")
    #expect(try recording(bench).isEmpty)
  }

  @Test func `a call that goes on after a cancelled consultation is recorded on`() throws {
    var bench = Bench(world: world(.force, .dontcare))
    try bench.dial("8001", "8002")
    bench.wait(.seconds(12))
    try bench.transfer(.attended, "8001", "8005")
    bench.wait(.seconds(5))
    try bench.cancel("8001")
    bench.wait(.seconds(10))
    try bench.hangup("8001")
    let paths = try bench.records().map { $0.text("recording") }.filter { !$0.isEmpty }
    #expect(paths.count == Set(paths).count && paths.count >= 2)
    for path in paths { #expect(bench.switchboard.recordingLength(at: path) != nil) }
  }

  @Test func `a number that is no file's name makes none`() throws {
    var bench = Bench(world: world(.force, .force))
    try bench.dial("8001", "8002", showing: "../../a b#1")
    bench.wait(.seconds(5))
    try bench.hangup("8001")
    let path = try recording(bench)
    #expect(path.hasSuffix("/20260105-090000-.._.._a_b_1-8002-hwd-1767574800.0.wav"))
    #expect(RecordingPath(path)?.components.count == 3)
  }

  @Test func `two recordings never share a file`() {
    var table = RecordingTable()
    let paths = (1...3).map { seconds in
      table.add(
        RecordedCall(caller: "8001", called: "8002", length: .seconds(seconds)),
        at: "monitor/a/b.wav")
    }
    #expect(paths == ["monitor/a/b.wav", "monitor/a/b-2.wav", "monitor/a/b-3.wav"])
    #expect(paths.map { table[$0]?.length } == [.seconds(1), .seconds(2), .seconds(3)])
  }

  @Test func `the whole of a call of ten hours comes in small parts`() async throws {
    let call = RecordedCall(caller: "8001", called: "8002", length: .seconds(36_000))
    let recording = Recording(WAVFile(Sound(call)))
    #expect(recording.size == 44 + 36_000 * 16_000)
    var largest = 0
    var count = 0
    for try await part in recording.chunks {
      largest = max(largest, part.count)
      count += 1
      if count == 20 { break }
    }
    #expect(largest <= 64 << 10)
  }

  @Test(arguments: ["8001", "8002", "8005"], [Duration.zero, .seconds(4)])
  func `a call stays recorded through an attended transfer, whoever of the three wants it`(
    number: String, answer: Duration
  ) throws {
    var world = World.default
    for place in world.lines.indices where world.lines[place].number == number {
      world.lines[place].recording = .force
    }
    var bench = Bench(world: world)
    try bench.phone("8002", .answers(after: answer))
    try bench.dial("8005", "8001")
    bench.wait(.seconds(5))
    try bench.transfer(.attended, "8001", "8002")
    bench.wait(.seconds(2))
    try bench.hangup("8001")
    bench.wait(.seconds(10))
    try bench.hangup("8002")
    bench.wait(.seconds(1))
    let recordings = try bench.records().filter { !$0.text("recording").isEmpty }
    // The conversation after the transfer has a file where one of its ends wants it.
    let last = recordings.filter { $0.text("channel").hasPrefix("Local/") }
    #expect(last.isEmpty == (number == "8001" && answer > .zero))
    for record in last {
      let length = bench.switchboard.recordingLength(at: record.text("recording"))
      #expect(length.map { $0 > .seconds(6) && $0 < .seconds(13) } == true)
    }
    let talk = try #require(try bench.records().first { $0.source == "8005" })
    #expect(talk.text("recording").isEmpty == (number == "8002"))
  }

  @Test func `what is known of the parties is in the record`() throws {
    var bench = Bench()
    try bench.dial("8001", "075512345678")
    bench.wait(.seconds(5))
    try bench.dial("8003", "8004")
    bench.wait(.seconds(5))
    try bench.hangup("8001")
    let record = try #require(try bench.records().first)
    #expect(record.text("callerip") == "192.0.2.10")
    #expect(record.text("calledip") == "192.0.2.201")
    #expect(record.text("billingid") == "8001")
    #expect(record.text("area_code") == "0755")
    #expect(record.text("caller_recording") == "dontcare")
    #expect(record.text("callee_recording") == "")
    #expect(record.integer("numcalls") == 2)
  }

  @Test(arguments: [
    ("075512345678", "0755"), ("01012345678", "010"), ("02112345678", "021"),
    ("18312345678", ""), ("8001", ""), ("0086123456", ""), ("0755-1234567", ""), ("", ""),
  ])
  func `an area code is a fixed line's`(number: String, code: String) {
    #expect(AreaCode.text(in: number) == code)
  }
}
