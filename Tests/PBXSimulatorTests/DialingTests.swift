import PBXModel
import PBXSimulator
import Testing

struct DialingTests {
  @Test func `both phones of a call ring before they answer`() throws {
    var bench = Bench()
    try bench.dial("8001", "8002")
    #expect(try bench.state("8001") == "Not in use/1")
    bench.wait(.milliseconds(10))
    #expect(try bench.state("8001") == "Ringing/1")
    bench.wait(.seconds(1))
    #expect(try bench.state("8001") == "In use/1")
    #expect(try bench.state("8002") == "Ringing/1")
    bench.wait(.seconds(1))
    #expect(try bench.state("8002") == "In use/1")
    try bench.hangup("8001")
    #expect(try bench.state("8001") == "Not in use/0")
    #expect(try bench.state("8002") == "Not in use/0")
    #expect(try bench.recordTexts() == ["8001 8002 ANSWERED 2/1"])
  }

  @Test(arguments: [
    ("8001", "7999", APIErrorCode(600001)), ("8001", "", 600000), ("", "8002", 600000),
    ("7001", "8002", 600001), ("8001", "aa_1001315", 600001), ("8001", "701", 600001),
  ])
  func `a call that cannot begin is refused at once`(
    caller: String, dest: String, code: APIErrorCode
  ) throws {
    var bench = Bench()
    let error = #expect(throws: PBXError.self) { try bench.dial(caller, dest) }
    #expect(error?.code == code)
    #expect(error?.operation == "call/dial")
    #expect(bench.events.isEmpty)
  }

  @Test(arguments: [
    (PhoneBehavior.busy, "8001 8002 BUSY 1/0"),
    (.rejects, "8001 8002 NO ANSWER 1/0"), (.ignores, "8001 8002 NO ANSWER 46/45"),
    (.offline, "8001 8002 ANSWERED 1/0"),
  ])
  func `a called phone that does not answer ends the call`(
    behavior: PhoneBehavior, record: String
  ) throws {
    var bench = Bench()
    try bench.phone("8002", behavior)
    try bench.dial("8001", "8002")
    bench.wait(.seconds(60))
    #expect(try bench.recordTexts() == [record])
    #expect(try bench.state("8001") == "Not in use/0")
    #expect(bench.states(of: "8002").contains("Ringing") == (behavior == .ignores))
  }

  @Test(arguments: [
    (PhoneBehavior.busy, ["8001 s BUSY 0/0"]), (.rejects, ["8001 s NO ANSWER 0/0"]),
    (.ignores, ["8001 s NO ANSWER 30/0"]), (.offline, []),
  ])
  func `an acting phone that does not answer calls nobody`(
    behavior: PhoneBehavior, records: [String]
  ) throws {
    var bench = Bench()
    try bench.phone("8001", behavior)
    try bench.dial("8001", "8002")
    bench.wait(.seconds(60))
    #expect(try bench.recordTexts() == records)
    #expect(bench.states(of: "8002").isEmpty)
  }

  @Test func `a call to the outside shows the number it was given`() throws {
    var bench = Bench()
    try bench.dial("8001", "18312345678", showing: "075512345678")
    bench.wait(.milliseconds(1500))
    #expect(try bench.state("trunkHWD") == "Ringing/1")
    bench.wait(.milliseconds(1500))
    #expect(try bench.state("trunkHWD") == "In use/1")
    try bench.hangup("18312345678")
    let record = try #require(try bench.records().first)
    #expect(record.source == "075512345678")
    #expect(record.destination == "18312345678")
    #expect(record.text("direction") == "out")
    #expect(record.text("trunkName") == "trunkHWD")
    #expect(record.text("hangupsource") == "PJSIP/trunkHWD-00000001")
    #expect(record.text("hangupcause") == "16")
  }

  @Test func `an outside number does what it has been told to`() throws {
    var bench = Bench()
    try bench.phone("18312345678", .busy)
    try bench.dial("8001", "18312345678")
    bench.wait(.seconds(3))
    #expect(try bench.recordTexts() == ["8001 18312345678 BUSY 1/0"])
  }

  @Test func `an outside party goes by the number that was dialled, not by what is sent`() throws {
    var world = World.default
    world.patterns = [DialPattern("9X.", trunk: "trunkHWD", strip: 1)].compactMap(\.self)
    var bench = Bench(world: world)
    // What the carrier gets, 8002, is an extension here.
    try bench.phone("98002", .answers(after: .seconds(3)))
    try bench.dial("8001", "98002")
    bench.wait(.seconds(3))
    #expect(try bench.state("trunkHWD") == "Ringing/1")
    bench.wait(.seconds(3))
    #expect(try bench.state("trunkHWD") == "In use/1")
    #expect(throws: Hangup.failed("8002 has no call")) { try bench.hangup("8002") }
    try bench.hangup("98002")
    let record = try #require(try bench.records().first)
    #expect(record.destination == "98002")
    #expect(record.text("lastdata") == "PJSIP/8002@trunkHWD,45,Tt")
  }

  @Test func `a second call rings beside the first`() throws {
    var bench = Bench()
    try bench.dial("8001", "8002")
    bench.wait(.seconds(3))
    try bench.dial("8003", "8001")
    bench.wait(.milliseconds(1500))
    #expect(try bench.state("8001") == "Ring+Inuse/2")
    bench.wait(.seconds(1))
    #expect(try bench.state("8001") == "In use/2")
    try bench.hangup("8001")
    for number in ["8001", "8002", "8003"] { #expect(try bench.state(number) == "Not in use/0") }
  }

  @Test func `a phone with a limit shows that it is busy`() throws {
    var world = World.default
    world.lines[1].busyAt = 1
    var bench = Bench(world: world)
    try bench.dial("8001", "8002")
    bench.wait(.seconds(3))
    #expect(try bench.state("8002") == "Busy/1")
    #expect(
      try bench.switchboard.endpoints(ListEndpoints(endpoint: "8002")).rows.first?.text("channels")
        == "1 of 1")
  }

  @Test func `hanging up the ringing phone is no answer`() throws {
    var bench = Bench()
    try bench.phone("8002", .ignores)
    try bench.dial("8001", "8002")
    bench.wait(.seconds(3))
    try bench.hangup("8002")
    #expect(try bench.recordTexts() == ["8001 8002 NO ANSWER 3/1"])
  }

  @Test func `a call can be hung up before its phone rings`() throws {
    var bench = Bench()
    try bench.dial("8001", "8002")
    try bench.hangup("8001")
    bench.wait(.seconds(60))
    #expect(try bench.recordTexts() == ["8001 s NO ANSWER 0/0"])
  }
}
