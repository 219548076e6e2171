import PBXModel
import PBXSimulator
import Synchronization
import Testing
import VirtualTime

/// The shell of the simulator, on virtual time.
struct SimulatorTests {
  /// Runs a body beside a simulator of its own.
  private func simulate<Success: Sendable>(
    _ body: @escaping @Sendable (Simulator, any PBXClock) async throws -> Success
  ) async throws -> Success {
    let executor = VirtualExecutor(startingAt: World.default.start)
    let clock: any PBXClock = VirtualClock(executor: executor)
    return try await executor.run {
      let simulator = Simulator(clock: clock)
      return try await withThrowingTaskGroup(of: Success?.self) { group in
        group.addTask {
          await simulator.run()
          return nil
        }
        group.addTask { try await body(simulator, clock) }
        defer { group.cancelAll() }
        for try await case let success? in group { return success }
        throw CancellationError()
      }
    }
  }

  @Test func `a call rings, is answered, and is over after the hangup`() async throws {
    try await simulate { simulator, clock in
      func state(of number: String) async throws -> String {
        let rows = try await simulator.endpointStatus(ListEndpoints(endpoint: number)).rows
        return rows.map { "\($0.state.rawValue) \($0.text("channels"))" }.joined()
      }
      #expect(try await state(of: "8001") == "Not in use 0 of inf")
      let answer = try await simulator.dial(Dial(extension: "8001", dest: "8002"))
      #expect(answer.uniqueid == "hwd-1767574800.0")
      #expect(try await state(of: "8001") == "Not in use 1 of inf")
      try await clock.sleep(for: .milliseconds(500))
      #expect(try await state(of: "8001") == "Ringing 1 of inf")
      try await clock.sleep(for: .seconds(1))
      #expect(try await state(of: "8001") == "In use 1 of inf")
      #expect(try await state(of: "8002") == "Ringing 1 of inf")
      try await clock.sleep(for: .seconds(1))
      #expect(try await state(of: "8002") == "In use 1 of inf")
      try await simulator.hangup(Hangup(extension: "8002"))
      #expect(try await state(of: "8001") == "Not in use 0 of inf")
      #expect(try await state(of: "8002") == "Not in use 0 of inf")
      let records = try await simulator.callRecords(ListCallRecords()).rows
      #expect(records.map(\.disposition) == ["ANSWERED"])
      #expect(records.map(\.duration) == [2])
      #expect(records.map(\.uniqueid) == [answer.uniqueid])
    }
  }

  @Test func `every call that ends is pushed once, in the narrow form, to all who listen`()
    async throws
  {
    try await simulate { simulator, clock in
      let feeds = [try await simulator.billingPush(), try await simulator.billingPush()]
      let answer = try await simulator.dial(Dial(extension: "8001", dest: "8002"))
      try await clock.sleep(for: .seconds(4))
      try await simulator.hangup(Hangup(extension: "8001"))
      _ = try await simulator.dial(Dial(extension: "8003", dest: "8004"))
      try await clock.sleep(for: .seconds(4))
      try await simulator.hangup(Hangup(extension: "8003"))
      let listed = try await simulator.billingRecords(
        ListBillingRecords(start: "2026-01-05 09:00:00", end: "2026-01-05 10:00:00"))
      #expect(listed.rows.count == 2 && listed.rows.first?.uniqueid == answer.uniqueid)
      for feed in feeds {
        var pushed: [BillingRecord] = []
        for try await message in feed {
          pushed += message
          if pushed.count == 2 { break }
        }
        #expect(pushed == listed.rows)
        #expect(pushed.first?.json.members.map(\.name) == BillingRecord.fieldNames)
      }
    }
  }

  @Test func `what ends at one moment is pushed as one message`() async throws {
    let simulator = Simulator(clock: SteppedClock())
    var feed = try await simulator.billingPush().makeAsyncIterator()
    // Two calls at one phone end together; the two others within one step of the clock.
    _ = try await simulator.dial(Dial(extension: "8001", dest: "8002"))
    _ = try await simulator.dial(Dial(extension: "8003", dest: "8001"))
    _ = try await simulator.advance(by: .seconds(5))
    try await simulator.hangup(Hangup(extension: "8001"))
    for (number, seconds) in [("8005", 10), ("8006", 20)] {
      try await simulator.perform(.hangsUp(after: .seconds(seconds)), at: number)
      _ = try await simulator.dial(Dial(extension: "8004", dest: number))
    }
    _ = try await simulator.advance(by: .seconds(60))
    var sources: [[String]] = []
    for _ in 0..<3 { sources.append(try await feed.next()?.map(\.source) ?? []) }
    #expect(sources == [["8001", "8003"], ["8004"], ["8004"]])
  }

  @Test func `time is hurried where it can be`() async throws {
    try await simulate { simulator, clock in
      let before = clock.now
      #expect(try await simulator.labTime() == LabTime(.virtual, now: before))
      let after = try await simulator.advance(by: .seconds(600))
      #expect(after == LabTime(.virtual, now: before.advanced(by: .seconds(600))))
      #expect(clock.now == before.advanced(by: .seconds(600)))
    }
  }

  @Test func `advancing does everything on the way at its own moment`() async throws {
    let clock = SteppedClock()
    let simulator = Simulator(clock: clock)
    _ = try await simulator.dial(Dial(extension: "8001", dest: "8002"))
    _ = try await simulator.advance(by: .seconds(3600))
    try await simulator.hangup(Hangup(extension: "8001"))
    let record = try #require(try await simulator.callRecords(ListCallRecords()).rows.first)
    #expect(record.text("answer") == "2026-01-05 09:00:01")
    #expect(record.duration == 3600 && record.billableSeconds == 3598)
  }

  @Test func `asking at the very moment of a timer loses none of those after it`() async throws {
    try await simulate { simulator, clock in
      _ = try await simulator.dial(Dial(extension: "8001", dest: "8002"))
      var seen: [String] = []
      for _ in 0..<2500 {
        let rows = try await simulator.endpointStatus(ListEndpoints(endpoint: "8002")).rows
        let state = rows.map(\.state.rawValue).joined()
        if seen.last != state { seen.append(state) }
        try await clock.sleep(for: .milliseconds(1))
      }
      #expect(seen == ["Not in use", "Ringing", "In use"])
    }
  }

  @Test func `phones are steered, and outside callers ring in, through the lab`() async throws {
    try await simulate { simulator, clock in
      try await simulator.setBehavior(.ignores, of: "8002")
      let call = IncomingCall(caller: "18312345678", destination: "8002")
      let uniqueid = try await simulator.placeIncomingCall(call)
      try await clock.sleep(for: .seconds(2))
      let trunk = try await simulator.trunkStatus(ListTrunks()).rows
      #expect(trunk.map(\.state) == [.inUse])
      try await simulator.hangup(Hangup(extension: "18312345678"))
      let records = try await simulator.callRecords(ListCallRecords(direction: "in")).rows
      #expect(records.map(\.uniqueid) == [uniqueid])
      #expect(records.map(\.disposition) == ["NO ANSWER"])
    }
  }

  @Test func `an operation that does not work says why`() async throws {
    try await simulate { simulator, _ in
      await #expect(throws: Dial.failed("there is no number 7999")) {
        try await simulator.dial(Dial(extension: "8001", dest: "7999"))
      }
      await #expect(throws: Hangup.failed("8001 has no call")) {
        try await simulator.hangup(Hangup(extension: "8001"))
      }
    }
  }

  @Test func `the same seed gives the same events`() async throws {
    let first = try await events()
    #expect(!first.isEmpty)
    #expect(try await events() == first)
  }

  private func events() async throws -> [PBXEvent] {
    let executor = VirtualExecutor(startingAt: World.default.start)
    let clock: any PBXClock = VirtualClock(executor: executor)
    let events = EventLog()
    try await executor.run {
      let simulator = Simulator(clock: clock, seed: 7) { events.append($0) }
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { await simulator.run() }
        for number in 8001...8004 {
          _ = try await simulator.dial(Dial(extension: "\(number)", dest: "\(number + 4)"))
        }
        try await clock.sleep(for: .seconds(5))
        for number in 8001...8004 { try await simulator.hangup(Hangup(extension: "\(number)")) }
        group.cancelAll()
      }
    }
    return events.all
  }

  private final class EventLog: Sendable {
    private let events = Mutex<[PBXEvent]>([])

    var all: [PBXEvent] { events.withLock { $0 } }

    func append(_ event: PBXEvent) { events.withLock { $0.append(event) } }
  }
}
