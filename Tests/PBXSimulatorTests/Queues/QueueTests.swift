import PBXModel
import PBXSimulator
import Testing

/// Callers and agents of a queue, in time.
struct QueueTests {
  @Test func `an agent's phone rings for 15 seconds, and again a second later`() throws {
    var bench = Bench.queue(at: ["8001"], phones: .ignores)
    try bench.queueUp()
    #expect(try bench.state("8001") == "Ringing/1")
    bench.wait(.milliseconds(14_900))
    #expect(try bench.state("8001") == "Ringing/1")
    bench.wait(.milliseconds(200))
    #expect(try bench.state("8001") == "Not in use/0")
    bench.wait(.milliseconds(800))
    #expect(try bench.state("8001") == "Not in use/0")
    bench.wait(.milliseconds(200))
    #expect(try bench.state("8001") == "Ringing/1")
    #expect(try bench.waiting() == ["18312345678"])
  }

  @Test func `as many callers ring as agents are free, the first ones first`() throws {
    var bench = Bench.queue(.rrmemory, at: ["8001", "8002"], phones: .answers(after: .seconds(2)))
    for caller in ["18300000001", "18300000002", "18300000003"] { try bench.queueUp(caller) }
    #expect(bench.rung == ["8001", "8002"])
    #expect(try bench.waiting().count == 3)
    bench.wait(.seconds(3))
    #expect(bench.talks == ["18300000001-8001", "18300000002-8002"])
    #expect(try bench.waiting() == ["18300000003"])
    try bench.hangup("18300000001")
    bench.wait(.seconds(3))
    #expect(bench.talks.last == "18300000003-8001")
    #expect(try bench.waiting() == [])
  }

  @Test(arguments: [(Queue.Strategy.linear, ["8001"]), (.ringall, ["8001", "8002"])])
  func `who rests between two rings keeps its turn`(
    strategy: Queue.Strategy, places: [String]
  ) throws {
    var bench = Bench.queue(strategy, at: places, phones: .ignores)
    try bench.queueUp("18300000001")
    try bench.queueUp("18300000002")
    bench.wait(.seconds(15))
    for place in places { #expect(try bench.state(place) == "Not in use/0") }
    bench.wait(.seconds(1))
    for place in places { #expect(try bench.state(place) == "Ringing/1") }
    try bench.hangup("18300000001")
    #expect(
      try bench.records().map(\.source) == Array(repeating: "18300000001", count: 2 * places.count))
    bench.wait(.milliseconds(20))
    for place in places { #expect(try bench.state(place) == "Ringing/1") }
  }

  @Test func `an agent of two queues is rung by one at a time`() throws {
    var bench = Bench.queue(at: ["8001"], phones: .answers(after: .seconds(2)))
    try bench.logIn("8001", to: "201")
    try bench.queueUp("18300000001")
    try bench.queueUp("18300000002", to: "201")
    #expect(try bench.state("8001") == "Ringing/1")
    bench.wait(.seconds(10))
    #expect(bench.talks == ["18300000001-8001"])
    try bench.hangup("8001")
    bench.wait(.seconds(3))
    #expect(bench.talks == ["18300000001-8001", "18300000002-8001"])
  }

  @Test func `two queues that ring at one moment do not ring one phone`() throws {
    var bench = Bench.queue(at: ["8001"])
    try bench.logIn("8001", to: "201")
    try bench.send(.incoming(IncomingCall(caller: "18300000001", destination: "200")))
    try bench.send(.incoming(IncomingCall(caller: "18300000002", destination: "201")))
    bench.wait(.seconds(2))
    #expect(bench.rung == ["8001"])
    #expect(try bench.waiting(in: "201") == ["18300000002"])
  }

  @Test func `a phone in a call of its own is not rung, and is when that ends`() throws {
    var bench = Bench.queue(at: ["8001"])
    try bench.dial("8001", "8005")
    bench.wait(.seconds(1))
    try bench.queueUp()
    bench.wait(.seconds(20))
    #expect(try bench.waiting() == ["18312345678"])
    try bench.hangup("8001")
    bench.wait(.milliseconds(100))
    #expect(bench.talks.last == "18312345678-8001")
  }

  @Test func `after a call all queues leave the agent alone for its wrap-up time`() throws {
    var bench = Bench.queue(at: ["8001"]) { $0.wrapUp = .seconds(10) }
    try bench.logIn("8001", to: "201")
    try bench.serve()
    try bench.queueUp("18300000001", to: "201")
    bench.wait(.seconds(9))
    #expect(try bench.waiting(in: "201") == ["18300000001"])
    bench.wait(.seconds(1))
    #expect(try bench.waiting(in: "201") == [])
  }

  @Test func `a caller who hangs up takes the agent's ring along`() throws {
    var bench = Bench.queue(at: ["8001"], phones: .ignores)
    try bench.queueUp()
    bench.wait(.seconds(3))
    try bench.hangup("18312345678")
    #expect(try bench.state("8001") == "Not in use/0")
    #expect(try bench.waiting() == [])
    #expect(try bench.recordTexts() == ["18312345678 200 NO ANSWER 3/3"])
    #expect(try bench.records().first?.text("hangupsource").hasPrefix("PJSIP/trunkHWD") == true)
  }

  @Test func `an agent who rings and is hung up on by the API is rung again`() throws {
    var bench = Bench.queue(at: ["8001"], phones: .ignores)
    try bench.queueUp()
    bench.wait(.seconds(3))
    try bench.hangup("8001")
    #expect(try bench.state("8001") == "Not in use/0")
    bench.wait(.seconds(2))
    #expect(bench.rung == ["8001", "8001"])
  }

  @Test func `a call ends with either end`() throws {
    for end in ["8001", "18312345678"] {
      var bench = Bench.queue(at: ["8001"])
      try bench.queueUp()
      bench.wait(.seconds(2))
      try bench.hangup(end)
      #expect(try bench.state("8001") == "Not in use/0")
      #expect(try bench.state("trunkHWD") == "Not in use/0")
      #expect(try bench.recordTexts() == ["18312345678 200 ANSWERED 2/2"])
      #expect(try bench.agent("8001")?.text("callsTotal") == "1")
    }
  }

  @Test func `a break that begins in a call, or while it rings, lets it go on`() throws {
    var bench = Bench.queue(at: ["8001"], phones: .answers(after: .seconds(2)))
    try bench.queueUp()
    try bench.pause("8001")
    bench.wait(.seconds(3))
    #expect(bench.talks == ["18312345678-8001"])
    try bench.queueUp("18300000002")
    try bench.hangup("18312345678")
    bench.wait(.seconds(30))
    #expect(try bench.waiting() == ["18300000002"])
    try bench.pause("8001", .ready)
    bench.wait(.milliseconds(20))
    #expect(try bench.state("8001") == "Ringing/1")
  }

  @Test func `an agent who signs out in a call, or while it rings, keeps it`() throws {
    var bench = Bench.queue(at: ["8001"], phones: .answers(after: .seconds(2)))
    try bench.queueUp()
    try bench.logOut("8001")
    bench.wait(.seconds(3))
    #expect(bench.talks == ["18312345678-8001"])
    try bench.hangup("8001")
    #expect(try bench.recordTexts() == ["18312345678 200 ANSWERED 3/3"])
    #expect(try bench.agent("8001")?.text("callsTotal") == "1")
  }

  @Test(arguments: ["8002", "18312345678"])
  func `a call out of a queue can be transferred by either end`(transferer: String) throws {
    var bench = Bench.queue(at: ["8002"])
    try bench.queueUp()
    bench.wait(.seconds(1))
    try bench.transfer(.blind, transferer, "8005")
    bench.wait(.seconds(2))
    let stays = transferer == "8002" ? "18312345678" : "8002"
    #expect(bench.talks.last == "\(stays)-8005")
    #expect(try bench.agent("8002")?.status == (transferer == "8002" ? 0 : 6))
    try bench.hangup("8005")
    #expect(try bench.agent("8002")?.status == 0)
  }

  @Test func `an agent can consult, and hand the call over`() throws {
    var bench = Bench.queue(at: ["8002"])
    try bench.queueUp()
    bench.wait(.seconds(1))
    try bench.transfer(.attended, "8002", "8005")
    bench.wait(.seconds(2))
    #expect(try bench.agent("8002")?.status == 1)
    try bench.hangup("8002")
    #expect(try bench.agent("8002")?.status == 0)
    #expect(try bench.state("8005") == "In use/1")
    #expect(try bench.state("trunkHWD") == "In use/1")
  }

  @Test func `a call can be transferred into a queue, blind and after a consultation`() throws {
    for kind in [Transfer.Kind.app, .attended] {
      var bench = Bench.queue(at: ["8003"], phones: .answers(after: .seconds(1)))
      try bench.dial("8001", "8002")
      bench.wait(.seconds(3))
      try bench.transfer(kind, "8001", kind == .app ? "ext-queues,200,1" : "200")
      bench.wait(.seconds(3))
      if kind == .attended { try bench.hangup("8001") }
      #expect(try bench.state("8001") == "Not in use/0")
      #expect(try bench.state("8002") == "In use/1")
      #expect(try bench.state("8003") == "In use/1")
      try bench.hangup("8003")
      #expect(try bench.state("8002") == "Not in use/0")
      #expect(try bench.agent("8003")?.text("callsTotal") == "1")
    }
  }
}
