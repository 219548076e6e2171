import PBXModel
import PBXSimulator
import Testing

/// Call waiting, call limits, and the channels of trunks.
struct CallLimitTests {
  private func bench(_ change: (inout World) -> Void) -> Bench {
    var world = World.default
    change(&world)
    return Bench(world: world)
  }

  @Test func `a phone without call waiting is busy for a second caller`() throws {
    var bench = bench { $0.lines[1].hasCallWaiting = false }
    try bench.dial("8001", "8002")
    bench.wait(.seconds(3))
    try bench.dial("8003", "8002")
    bench.wait(.seconds(3))
    #expect(try bench.recordTexts() == ["8003 8002 BUSY 1/0"])
    #expect(try bench.state("8002") == "In use/1")
    try bench.dial("8002", "8004")
    bench.wait(.seconds(1))
    #expect(try bench.recordTexts().last == "8002 s BUSY 0/0")
    try bench.hangup("8001")
    try bench.dial("8003", "8002")
    bench.wait(.seconds(3))
    #expect(try bench.state("8002") == "In use/1")
  }

  @Test func `a phone without call waiting is busy already while it rings or dials`() throws {
    var bench = bench { $0.lines[1].hasCallWaiting = false }
    try bench.phone("8002", .ignores)
    try bench.callIn(to: "8002")
    bench.wait(.milliseconds(100))
    try bench.callIn(to: "8002", from: "075512345678")
    bench.wait(.milliseconds(100))
    #expect(try bench.recordTexts() == ["075512345678 8002 BUSY 0/0"])
    try bench.hangup("18312345678")
    try bench.send(.phoneDials(from: "8002", to: "8003"))
    try bench.callIn(to: "8002", from: "075512345678")
    bench.wait(.milliseconds(100))
    #expect(try bench.recordTexts().last == "075512345678 8002 BUSY 0/0")
  }

  @Test func `of two callers at one moment the first rings`() throws {
    var bench = bench { $0.lines[1].hasCallWaiting = false }
    try bench.callIn(to: "8002")
    try bench.callIn(to: "8002", from: "075512345678")
    bench.wait(.milliseconds(100))
    #expect(try bench.state("8002") == "Ringing/1")
    #expect(try bench.records().map(\.source) == ["075512345678"])
  }

  @Test func `the call limit counts what the phone dialled, too`() throws {
    var bench = bench { $0.lines[1].callLimit = 2 }
    try bench.send(.phoneDials(from: "8002", to: "8003"))
    try bench.dial("8001", "8002")
    bench.wait(.seconds(3))
    #expect(try bench.state("8002") == "In use/2")
    try bench.dial("8004", "8002")
    bench.wait(.seconds(3))
    #expect(try bench.recordTexts() == ["8004 8002 BUSY 1/0"])
    let error = #expect(throws: PBXError.self) {
      try bench.send(.phoneDials(from: "8002", to: "8005"))
    }
    #expect(error?.cause == .lab("8002 has all the calls that it may have"))
    try bench.dial("8002", "8005")
    bench.wait(.seconds(1))
    #expect(try bench.recordTexts().last == "8002 s BUSY 0/0")
    try bench.hangup("8003")
    try bench.dial("8004", "8002")
    bench.wait(.seconds(3))
    #expect(try bench.state("8002") == "In use/2")
  }

  @Test func `a trunk whose channels are taken carries no further call, either way`() throws {
    var bench = bench { $0.trunks[0].channelLimit = 2 }
    try bench.callIn(to: "8001")
    try bench.dial("8002", "075512345678")
    bench.wait(.seconds(3))
    #expect(try bench.state("trunkHWD") == "In use/2")
    try bench.dial("8003", "13800138000")
    try bench.send(.phoneDials(from: "8004", to: "13800138000"))
    bench.wait(.seconds(3))
    #expect(
      try bench.recordTexts() == [
        "8004 13800138000 FAILED 0/0", "8003 13800138000 ANSWERED 1/0",
      ])
    #expect(try bench.records().map { $0.text("hangupcause") } == ["34", "34"])
    let error = #expect(throws: PBXError.self) { try bench.callIn(to: "8005", from: "13800138000") }
    #expect(error?.cause == .lab("all channels of trunkHWD are taken"))
    try bench.hangup("18312345678")
    try bench.callIn(to: "8005", from: "13800138000")
  }

  @Test func `no call goes over a trunk that is not reachable`() throws {
    var bench = bench { $0.trunks[0].isReachable = false }
    #expect(try bench.state("trunkHWD") == "Unavailable/0")
    try bench.dial("8001", "18312345678")
    try bench.send(.phoneDials(from: "8002", to: "18312345678"))
    bench.wait(.seconds(3))
    #expect(
      try bench.recordTexts() == [
        "8002 18312345678 FAILED 0/0", "8001 18312345678 ANSWERED 1/0",
      ])
    let error = #expect(throws: PBXError.self) { try bench.callIn(to: "8002") }
    #expect(error?.cause == .lab("trunkHWD is not reachable"))
  }

  @Test func `a hangup by an outside number ends its calls alone`() throws {
    var bench = Bench()
    try bench.callIn(to: "8001")
    try bench.dial("8002", "18312345678")
    try bench.callIn(to: "8003", from: "075512345678")
    bench.wait(.seconds(3))
    try bench.hangup("18312345678")
    #expect(try bench.state("8001") == "Not in use/0")
    #expect(try bench.state("8002") == "Not in use/0")
    #expect(try bench.state("8003") == "In use/1")
    #expect(try bench.state("trunkHWD") == "In use/1")
  }
}
