import PBXModel
import Testing

@testable import PBXSimulator

/// Listening to a call, and speaking into it.
struct SpyingTests {
  private var bench = Bench()

  /// A call between 8001 and 8002 that 8003 spies on, at 8001's end.
  private mutating func spy(_ mode: SpyMode, on dest: String = "8001") throws {
    try bench.dial("8001", "8002")
    bench.wait(.seconds(3))
    try bench.send(.spy(mode, "8003", on: dest))
    bench.wait(.seconds(2))
  }

  /// `8001: 8002`: whom everybody hears.
  private func hearing() throws -> [String] {
    try ["8001", "8002", "8003"].map {
      "\($0): \(try bench.switchboard.audio(of: $0).hears.joined(separator: " "))"
    }
  }

  @Test(arguments: [
    (SpyMode.monitor, ["8001: 8002", "8002: 8001", "8003: 8001 8002"]),
    (SpyMode.whisper, ["8001: 8002 8003", "8002: 8001", "8003: 8001 8002"]),
    (SpyMode.barge, ["8001: 8002 8003", "8002: 8001 8003", "8003: 8001 8002"]),
  ])
  mutating func `who hears whom is what the sound of a real call proved`(
    mode: SpyMode, expected: [String]
  ) throws {
    try spy(mode)
    #expect(try hearing() == expected)
    #expect(try bench.state("8003") == "In use/1")
  }

  @Test(arguments: SpyMode.allCases, ["8001", "8002"])
  mutating func `a spy ends with the call, whoever hangs up`(mode: SpyMode, ender: String) throws {
    try spy(mode)
    try bench.hangup(ender)
    for number in ["8001", "8002", "8003"] { #expect(try bench.state(number) == "Not in use/0") }
    #expect(bench.endings().contains("8003 0"))
    #expect(try bench.recordTexts() == ["8001 8002 ANSWERED 5/3", "8003 s ANSWERED 2/0"])
    let record = try #require(try bench.records().last)
    #expect(record.lastApplication == "ChanSpy")
    #expect(record.text("lastdata") == "PJSIP/8001-00000000,\(mode.options)")
    #expect(record.linkedid == record.uniqueid)
    #expect(bench.switchboard.spies.isEmpty)
  }

  @Test(arguments: SpyMode.allCases, [true, false])
  mutating func `a spy that hangs up leaves the call alone`(mode: SpyMode, isItself: Bool) throws {
    try spy(mode)
    if isItself {
      try bench.send(.perform(.hangsUp(after: .zero), number: "8003"))
    } else {
      try bench.hangup("8003")
    }
    #expect(try bench.state("8003") == "Not in use/0")
    #expect(try hearing() == ["8001: 8002", "8002: 8001", "8003: "])
    #expect(bench.switchboard.spies.isEmpty)
    #expect(try bench.recordTexts() == ["8003 s ANSWERED 2/0"])
  }

  @Test mutating func `a spy hears nothing in its first tenth of a second`() throws {
    try bench.phone("8003", .answers(after: .zero))
    try bench.dial("8001", "8002")
    bench.wait(.seconds(3))
    try bench.send(.spy(.monitor, "8003", on: "8001"))
    bench.wait(.milliseconds(50))
    #expect(try bench.state("8003") == "In use/1")
    #expect(try hearing().last == "8003: ")
    bench.wait(.milliseconds(100))
    #expect(try hearing().last == "8003: 8001 8002")
  }

  @Test mutating func `a spy that comes too late hears nothing until it hangs up`() throws {
    try bench.dial("8001", "8002")
    bench.wait(.seconds(3))
    try bench.send(.spy(.barge, "8003", on: "8001"))
    bench.wait(.milliseconds(500))
    try bench.hangup("8001")
    bench.wait(.seconds(60))
    #expect(try bench.state("8003") == "In use/1")
    #expect(try hearing() == ["8001: ", "8002: ", "8003: "])
    try bench.hangup("8003")
    #expect(try bench.state("8003") == "Not in use/0")
  }

  @Test mutating func `a spy goes along with whom it spies on`() throws {
    try spy(.whisper, on: "8002")
    try bench.transfer(.blind, "8001", "8004")
    bench.wait(.seconds(2))
    #expect(try bench.switchboard.audio(of: "8003").hears == ["8002", "8004"])
    #expect(try bench.switchboard.audio(of: "8002").hears == ["8003", "8004"])
    try bench.hangup("8004")
    #expect(try bench.state("8003") == "Not in use/0")
  }

  @Test mutating func `a spy ends when whom it spies on hands the call on`() throws {
    try spy(.monitor)
    try bench.transfer(.blind, "8001", "8004")
    bench.wait(.seconds(2))
    #expect(try bench.state("8003") == "Not in use/0")
    #expect(try bench.switchboard.audio(of: "8002").hears == ["8004"])
  }

  @Test mutating func `several listen, and do not hear each other`() throws {
    try spy(.barge)
    try bench.send(.spy(.whisper, "8004", on: "8001"))
    bench.wait(.seconds(2))
    #expect(try hearing() == ["8001: 8002 8003 8004", "8002: 8001 8003", "8003: 8001 8002"])
    #expect(try bench.switchboard.audio(of: "8001").heardBy == ["8002", "8003", "8004"])
    #expect(try bench.switchboard.audio(of: "8003").heardBy == ["8001", "8002"])
    #expect(try bench.switchboard.audio(of: "8004").heardBy == ["8001"])
    try bench.hangup("8002")
    #expect(try bench.state("8004") == "Not in use/0")
  }

  @Test mutating func `an outside party is spied on`() throws {
    try bench.dial("8001", "18312345678")
    bench.wait(.seconds(3))
    try bench.send(.spy(.monitor, "8003", on: "18312345678"))
    bench.wait(.seconds(2))
    #expect(try hearing().last == "8003: 18312345678 8001")
  }

  @Test mutating func `a phone that does not answer changes nothing`() throws {
    try bench.phone("8003", .ignores)
    try spy(.barge)
    #expect(try bench.state("8003") == "Ringing/1")
    bench.wait(.seconds(60))
    #expect(try bench.state("8003") == "Not in use/0")
    #expect(try bench.state("8001") == "In use/1")
    #expect(try bench.recordTexts() == ["8003 s NO ANSWER 30/0"])
  }

  @Test(arguments: SpyMode.allCases)
  mutating func `who is in no call cannot be spied on`(mode: SpyMode) throws {
    func fails(
      _ dest: String, _ reason: String = "has no call that could be listened to"
    ) -> PBXError {
      switch mode {
      case .monitor: Monitor.failed("\(dest) \(reason)")
      case .whisper: Whisper.failed("\(dest) \(reason)")
      case .barge: Barge.failed("\(dest) \(reason)")
      }
    }
    #expect(throws: fails("8001", "is in no call")) {
      try bench.send(.spy(mode, "8003", on: "8001"))
    }
    try bench.phone("8002", .ignores)
    try bench.dial("8001", "8002")
    bench.wait(.seconds(3))
    // Who rings, and who hears it ring, talks with nobody yet.
    #expect(throws: fails("8001")) { try bench.send(.spy(mode, "8003", on: "8001")) }
    #expect(throws: fails("8002")) { try bench.send(.spy(mode, "8003", on: "8002")) }
    try bench.hangup("8001")
    try bench.phone("8002", .online)
    try bench.phone("8002", .answers(after: .zero))
    try spy(mode)
    #expect(throws: fails("8003")) { try bench.send(.spy(mode, "8004", on: "8003")) }
    #expect { try bench.send(.spy(mode, "7999", on: "8001")) } throws: {
      ($0 as? PBXError)?.detail == "there is no extension 7999"
    }
  }
}

extension Input {
  /// The request that stands for a way to listen.
  fileprivate static func spy(_ mode: SpyMode, _ number: String, on dest: String) -> Input {
    switch mode {
    case .monitor: .monitor(Monitor(extension: number, dest: dest))
    case .whisper: .whisper(Whisper(extension: number, dest: dest))
    case .barge: .barge(Barge(extension: number, dest: dest))
    }
  }
}
