import PBXModel
import Testing
import VirtualTime

@testable import PBXSimulator

/// The simulator as a client over the network sees it.
struct FaultyServiceTests {
  /// Runs a body on virtual time, and answers how long it took.
  @discardableResult
  private func onSimulator(
    world: World = .default,
    _ body: @escaping @Sendable (Simulator, FaultyService, VirtualClock) async throws -> Void
  ) async throws -> Duration {
    let executor = VirtualExecutor()
    let clock = VirtualClock(executor: executor)
    return try await executor.run {
      let simulator = Simulator(world: world, clock: clock, seed: 1)
      return try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { await simulator.run() }
        let start = clock.now
        try await body(simulator, simulator.overNetwork, clock)
        group.cancelAll()
        return start.duration(to: clock.now)
      }
    }
  }

  private static func cause(
    _ body: () async throws -> Void
  ) async -> PBXError.Cause? {
    do {
      try await body()
      return nil
    } catch {
      return (error as? PBXError)?.cause
    }
  }

  private static let dial = Dial(extension: "8001", dest: "8002")

  @Test(
    arguments: [
      (.refusal(600001), .refused(600001)), (.page, .notTheAPI),
      (.disconnection, .connection("the connection broke off")),
    ] as [(Fault.Effect, PBXError.Cause)])
  func `a POST fails at once, and nothing is done`(
    effect: Fault.Effect, cause: PBXError.Cause
  ) async throws {
    let time = try await onSimulator { simulator, service, _ in
      try await simulator.inject(Fault(effect, on: Dial.name, times: 1))
      #expect(await Self.cause { _ = try await service.dial(Self.dial) } == cause)
      let status = try await service.endpointStatus(ListEndpoints(endpoint: "8001"))
      #expect(status.rows.first?.channelCount == 0)
      _ = try await service.dial(Self.dial)
    }
    #expect(time == .zero)
  }

  @Test(arguments: [.page, .disconnection] as [Fault.Effect])
  func `a GET is asked four times`(effect: Fault.Effect) async throws {
    let time = try await onSimulator { simulator, service, _ in
      try await simulator.inject(Fault(effect, times: 3))
      _ = try await service.endpointStatus(ListEndpoints())
    }
    // 250, 500 and 1000 ms, each shortened by half at most.
    #expect(time > .milliseconds(875) && time < .milliseconds(1750))
    try await onSimulator { simulator, service, _ in
      try await simulator.inject(Fault(effect, times: 4))
      #expect(await Self.cause { _ = try await service.endpointStatus(ListEndpoints()) } != nil)
      _ = try await service.endpointStatus(ListEndpoints())
    }
  }

  @Test func `a void token is renewed unseen, but not twice`() async throws {
    let time = try await onSimulator { simulator, service, _ in
      try await simulator.inject(Fault(.expiredToken, times: 1))
      _ = try await service.endpointStatus(ListEndpoints())
      _ = try await service.dial(Self.dial)
      try await simulator.inject(Fault(.expiredToken, times: 2))
      #expect(await Self.cause { _ = try await service.dial(Self.dial) } == .notSignedIn)
      _ = try await service.endpointStatus(ListEndpoints())
    }
    #expect(time == .zero)
  }

  @Test func `a late answer is of what was done at once`() async throws {
    let time = try await onSimulator { simulator, service, clock in
      try await simulator.inject(Fault(.delay(.seconds(5), jitter: .zero), on: Dial.name))
      let start = clock.now
      let id = try await service.dial(Self.dial).uniqueid
      #expect(start.duration(to: clock.now) == .seconds(5))
      #expect(id == "hwd-1767574800.0")
      let status = try await service.endpointStatus(ListEndpoints(endpoint: "8002"))
      #expect(status.rows.first?.state == .inUse)
    }
    #expect(time == .seconds(5))
  }

  @Test func `nobody waits longer than the client does, and it is done all the same`() async throws
  {
    let time = try await onSimulator { simulator, service, _ in
      try await simulator.inject(Fault(.delay(.seconds(40), jitter: .zero), on: Dial.name))
      #expect(
        await Self.cause { _ = try await service.dial(Self.dial) }
          == .timeout("the PBX took longer than 30 s"))
      let status = try await service.endpointStatus(ListEndpoints(endpoint: "8002"))
      #expect(status.rows.first?.state == .inUse)
    }
    #expect(time == .seconds(30))
  }

  @Test func `the world's faults hold from the beginning`() async throws {
    var world = World.default
    world.faults = [Fault(.refusal(600001), on: Dial.name)]
    try await onSimulator(world: world) { simulator, service, _ in
      #expect(await Self.cause { _ = try await service.dial(Self.dial) } == .refused(600001))
      try await simulator.clearFaults()
      _ = try await service.dial(Self.dial)
      try await simulator.restoreBehaviors()
      #expect(await Self.cause { _ = try await service.dial(Self.dial) } == .refused(600001))
    }
  }

  // MARK: The billing push

  /// A call that ends at once, and leaves a record.
  private static func makeRecord(on simulator: Simulator) async throws {
    _ = try await simulator.dial(dial)
    try await simulator.hangup(Hangup(extension: "8001"))
  }

  @Test func `a socket is closed, and a client that lasts misses nothing`() async throws {
    try await onSimulator { simulator, service, clock in
      var socket = try await simulator.billingPush().makeAsyncIterator()
      var client = try await service.billingPush().makeAsyncIterator()
      try await Self.makeRecord(on: simulator)
      #expect(try await socket.next(isolation: #isolation)?.count == 1)
      try await simulator.inject(Fault(.networkDown, span: .seconds(3)))
      await #expect(throws: PBXError.self) { _ = try await socket.next(isolation: #isolation) }
      try await Self.makeRecord(on: simulator)
      let start = clock.now
      #expect(try await client.next(isolation: #isolation)?.count == 1)
      #expect(start.duration(to: clock.now) == .zero)
      #expect(try await client.next(isolation: #isolation)?.count == 1)
      #expect(start.duration(to: clock.now) == .seconds(3))
      try await simulator.inject(Fault(.droppedPush))
      try await Self.makeRecord(on: simulator)
      #expect(try await client.next(isolation: #isolation)?.count == 1)
    }
  }

  @Test func `a record is pushed twice, and late`() async throws {
    try await onSimulator { simulator, service, clock in
      var client = try await service.billingPush().makeAsyncIterator()
      try await simulator.inject(Fault(.duplicatedPush, times: 1))
      try await Self.makeRecord(on: simulator)
      let first = try await client.next(isolation: #isolation)
      #expect(try await client.next(isolation: #isolation) == first)
      try await simulator.inject(
        Fault(.delayedPush(.seconds(2), jitter: .zero), times: 1))
      let start = clock.now
      try await Self.makeRecord(on: simulator)
      try await Self.makeRecord(on: simulator)
      #expect(try await client.next(isolation: #isolation)?.first?.uniqueid.hasSuffix(".2") == true)
      #expect(start.duration(to: clock.now) == .zero)
      #expect(try await client.next(isolation: #isolation)?.first?.uniqueid.hasSuffix(".1") == true)
      #expect(start.duration(to: clock.now) == .seconds(2))
    }
  }

  @Test func `a feed begins with what ends after it, even just after an outage`() async throws {
    try await onSimulator { simulator, service, clock in
      let lasting = try await service.billingPush()
      try await simulator.inject(Fault(.networkDown, span: .seconds(3)))
      try await Self.makeRecord(on: simulator)
      let (began, begin) = AsyncStream<BillingFeed>.makeStream()
      // At the moment of the network's return, whoever comes first then.
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<3 {
          group.addTask {
            try await clock.sleep(for: .seconds(3))
            begin.yield(try await service.billingPush())
          }
        }
        try await group.waitForAll()
      }
      try await Self.makeRecord(on: simulator)
      begin.finish()
      for await feed in began {
        var client = feed.makeAsyncIterator()
        let ids = try await client.next(isolation: #isolation)?.map(\.uniqueid)
        #expect(ids == ["hwd-1767574803.1"])
      }
      withExtendedLifetime(lasting) {}
    }
  }

  @Test func `a socket is closed as a record is pushed, by chance`() async throws {
    try await onSimulator { simulator, _, _ in
      try await simulator.inject(Fault(.droppedPush, times: 1))
      var socket = try await simulator.billingPush().makeAsyncIterator()
      try await Self.makeRecord(on: simulator)
      await #expect(throws: PBXError.self) { _ = try await socket.next(isolation: #isolation) }
    }
  }

  @Test func `a feed cannot be had while the network is down`() async throws {
    try await onSimulator { simulator, service, _ in
      try await simulator.inject(Fault(.networkDown))
      #expect(await Self.cause { _ = try await service.billingPush() } != nil)
      #expect(await Self.cause { _ = try await simulator.billingPush() } != nil)
      try await simulator.clearFaults()
      _ = try await service.billingPush()
    }
  }

  @Test func `a socket does not outlive a network that the world takes down again`() async throws {
    var world = World.default
    world.faults = [Fault(.networkDown)]
    try await onSimulator(world: world) { simulator, _, _ in
      try await simulator.clearFaults()
      var socket = try await simulator.billingPush().makeAsyncIterator()
      try await simulator.restoreBehaviors()
      await #expect(throws: PBXError.self) { _ = try await socket.next(isolation: #isolation) }
    }
  }

  @Test func `a script cannot set faults without end`() async throws {
    try await onSimulator { simulator, _, _ in
      for _ in 0..<FaultPlan.limit { try await simulator.inject(Fault(.page, on: Dial.name)) }
      #expect(
        await Self.cause { try await simulator.inject(Fault(.page, on: Dial.name)) }
          == .lab("1000 faults hold already; clear them first"))
      try await simulator.clearFaults()
      try await simulator.inject(Fault(.page, on: Dial.name))
    }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `a client that lasts is given each record once, whatever happens to the push`(
    seed: UInt64
  ) async throws {
    try await onSimulator { simulator, service, clock in
      var feed = try await service.billingPush().makeAsyncIterator()
      var random = SplitMix64(seed: seed)
      for _ in 0..<20 {
        let span = Duration.milliseconds(Int.random(in: 1...3000, using: &random))
        switch Int.random(in: 0..<5, using: &random) {
        case 0: try await simulator.inject(Fault(.networkDown, span: span))
        case 1: try await simulator.inject(Fault(.droppedPush, chance: 50, span: span))
        case 2: try await simulator.inject(Fault(.delayedPush(span, jitter: span), times: 2))
        case 3: try await simulator.clearFaults()
        default: try await clock.sleep(for: span)
        }
        try await Self.makeRecord(on: simulator)
      }
      var ids: [String] = []
      while ids.count < 20, let records = try await feed.next(isolation: #isolation) {
        ids += records.map(\.uniqueid)
      }
      let listed = try await simulator.callRecords(ListCallRecords(pageSize: 100)).rows
      #expect(listed.count == 20)
      #expect(ids.sorted() == listed.map(\.uniqueid).sorted())
    }
  }
}
