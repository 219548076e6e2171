import PBXModel
import PBXSimulator
import Testing

/// Playing a recording on a phone.
struct HandsetPlaybackTests {
  private static let file = PlayOnHandset.examples[0].filename
  private var bench = Bench()

  private mutating func play(_ file: String, at number: String = "8001") throws {
    try bench.send(.playOnHandset(PlayOnHandset(extension: number, filename: file)))
  }

  @Test mutating func `the phone rings, and hears the recording to its end`() throws {
    try play(Self.file)
    bench.wait(.milliseconds(500))
    #expect(try bench.state("8001") == "Ringing/1")
    bench.wait(.seconds(4))
    #expect(try bench.state("8001") == "In use/1")
    #expect(try bench.switchboard.audio(of: "8001").hears.isEmpty)
    bench.wait(.seconds(1))
    #expect(try bench.state("8001") == "Not in use/0")
    #expect(try bench.recordTexts() == ["8001 s ANSWERED 5/4"])
    let record = try #require(try bench.records().first)
    #expect(record.lastApplication == "Playback")
    #expect(record.text("lastdata") + ".wav" == Self.file)
    #expect(record.text("hangupcause") == "0")
  }

  @Test(arguments: [
    "/var/spool/asterisk/monitor/nosuch.wav", "nosuch", ".wav", "\(file).wav",
  ])
  mutating func `without the recording the phone is hung up at once`(file: String) throws {
    try play(file)
    bench.wait(.milliseconds(1010))
    #expect(bench.states(of: "8001") == ["Ringing", "In use", "Not in use"])
    #expect(try bench.recordTexts() == ["8001 s ANSWERED 1/0"])
  }

  @Test mutating func `a path without its extension is found`() throws {
    try play(String(Self.file.dropLast(4)))
    bench.wait(.seconds(2))
    #expect(try bench.state("8001") == "In use/1")
  }

  @Test mutating func `who hangs up hears no more`() throws {
    try play(Self.file)
    bench.wait(.seconds(2))
    try bench.hangup("8001")
    bench.wait(.seconds(5))
    #expect(try bench.recordTexts() == ["8001 s ANSWERED 2/0"])
  }

  @Test mutating func `what plays to a phone cannot be transferred or spied on`() throws {
    try play(Self.file)
    bench.wait(.seconds(2))
    #expect(throws: PBXError.self) { try bench.transfer(.blind, "8001", "8002") }
    #expect(throws: Monitor.failed("8001 has no call that could be listened to")) {
      try bench.send(.monitor(Monitor(extension: "8002", dest: "8001")))
    }
  }

  @Test mutating func `a busy phone hears nothing, and a number that is none is refused`() throws {
    try bench.phone("8001", .busy)
    try play(Self.file)
    bench.wait(.seconds(1))
    #expect(try bench.recordTexts() == ["8001 s BUSY 0/0"])
    #expect(throws: PlayOnHandset.failed("there is no extension 7999")) {
      try play(Self.file, at: "7999")
    }
  }
}
