import PBXModel
import PBXSimulator
import Testing

/// Which agents a queue's callers ring.
struct QueueStrategyTests {
  @Test func `ringall rings all who are free, and the first to answer takes the call`() throws {
    var bench = Bench.queue(.ringall)
    for (place, seconds) in [("8001", 3), ("8002", 2), ("8003", 4)] {
      try bench.phone(place, .answers(after: .seconds(seconds)))
    }
    try bench.queueUp()
    bench.wait(.seconds(1))
    #expect(bench.rung == ["8001", "8002", "8003"])
    bench.wait(.seconds(2))
    #expect(bench.talks == ["18312345678-8002"])
    for place in ["8001", "8003"] { #expect(try bench.state(place) == "Not in use/0") }
  }

  @Test(arguments: [
    // Always from the first one on.
    (Queue.Strategy.linear, ["8001", "8001", "8001", "8001"]),
    // Behind whom was rung last.
    (.rrmemory, ["8001", "8002", "8003", "8001"]),
    (.leastrecent, ["8001", "8002", "8003", "8001"]),
    (.fewestcalls, ["8001", "8002", "8003", "8001"]),
  ])
  func `one call after the other rings the agents in the strategy's order`(
    strategy: Queue.Strategy, order: [String]
  ) throws {
    var bench = Bench.queue(strategy)
    for _ in order { try bench.serve() }
    #expect(bench.rung == order)
  }

  @Test(arguments: [
    (Queue.Strategy.linear, ["8001", "8002", "8003", "8001"]),
    (.rrmemory, ["8001", "8002", "8003", "8001"]),
    // Nobody has taken a call: they are all alike, and the first counts.
    (.leastrecent, ["8001", "8001", "8001", "8001"]),
    (.fewestcalls, ["8001", "8001", "8001", "8001"]),
  ])
  func `a caller whom nobody answers rings the agents in the strategy's order`(
    strategy: Queue.Strategy, order: [String]
  ) throws {
    var bench = Bench.queue(strategy, phones: .ignores)
    try bench.queueUp()
    bench.wait(.seconds(3 * 16 + 1))
    #expect(bench.rung == order)
  }

  @Test func `linear begins anew for each caller, rrmemory does not`() throws {
    for (strategy, second) in [(Queue.Strategy.linear, "8001"), (.rrmemory, "8002")] {
      var bench = Bench.queue(strategy, phones: .ignores)
      try bench.queueUp()
      try bench.hangup("18312345678")
      try bench.queueUp()
      #expect(bench.rung == ["8001", second])
    }
  }

  @Test func `leastrecent goes by the end of the last call, of any queue`() throws {
    var bench = Bench.queue(.leastrecent)
    try bench.logIn("8001", to: "201")
    for _ in 1...3 { try bench.serve() }
    // 8001 has been idle for longest, until it takes a call of the other queue.
    try bench.queueUp("13800138000", to: "201")
    bench.wait(.seconds(1))
    try bench.hangup("13800138000")
    bench.wait(.seconds(1))
    try bench.serve()
    #expect(bench.rung == ["8001", "8002", "8003", "8001", "8002"])
  }

  @Test func `fewestcalls counts from the signing in`() throws {
    var bench = Bench.queue(.fewestcalls, at: ["8001", "8002"])
    for _ in 1...4 { try bench.serve() }
    try bench.logIn("8003")
    for _ in 1...3 { try bench.serve() }
    #expect(bench.rung == ["8001", "8002", "8001", "8002", "8003", "8003", "8001"])
  }

  @Test func `random is the seed's choice, and everybody's turn comes`() throws {
    func order(_ seed: UInt64) throws -> [String] {
      var bench = Bench.queue(.random, seed: seed)
      for _ in 1...30 { try bench.serve() }
      return bench.rung
    }
    #expect(try order(1) == order(1))
    #expect(try order(1) != order(2))
    #expect(try Set(order(1)) == ["8001", "8002", "8003"])
  }

  @Test(arguments: Queue.Strategy.allCases)
  func `a higher penalty is rung only where no lower one is free`(
    strategy: Queue.Strategy
  ) throws {
    var bench = Bench.queue(strategy, at: [], phones: .ignores)
    try bench.logIn("8003", penalty: 2)
    try bench.logIn("8001", penalty: 1)
    try bench.queueUp()
    bench.wait(.seconds(20))
    // Who does not answer is free all the same.
    #expect(bench.rung == ["8001", "8001"])
    try bench.pause("8001")
    bench.wait(.seconds(30))
    #expect(Set(bench.rung.dropFirst(2)) == ["8003"])
  }

  @Test func `a phone that refuses hands the caller to the next one at once`() throws {
    var bench = Bench.queue(.linear, at: ["8001", "8002", "8003"], phones: .ignores)
    try bench.phone("8001", .busy)
    try bench.phone("8002", .rejects)
    try bench.queueUp()
    #expect(bench.rung == ["8003"])
    #expect(bench.events.filter { if case .created = $0.kind { true } else { false } }.count == 4)
  }
}
