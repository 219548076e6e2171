import Logging
import PBXClient
import PBXModel
import PBXServer
import PBXSimulator
import RealWorld
import TestThreads
import Testing

/// The billing push from the simulator through server and client, with real sockets.
@Suite(.ownThreads)
struct RestartTests {
  private static let share = 20

  @Test(.timeLimit(.minutes(1)))
  func `records are given exactly once although the server is stopped and started again`()
    async throws
  {
    let simulator = Simulator(clock: WallClock())
    try await simulator.setBehavior(.ignores, of: "8001")
    let given = try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { await simulator.run() }
      defer { group.cancelAll() }
      let first = try await Serving.start(simulator, port: 0)
      return try await Self.withClient(at: first.port) { client in
        var feed = try await client.billingPush().makeAsyncIterator()
        // These are pushed.
        try await Self.makeRecords(Self.share, on: simulator)
        var given = try await Self.read(Self.share, from: &feed)
        await first.stop()
        // Nobody is told of these while they come about: the list has them.
        try await Self.makeRecords(Self.share, on: simulator)
        let second = try await Serving.start(simulator, port: first.port)
        given += try await Self.read(Self.share, from: &feed)
        // And these are pushed again, for the push is connected before the list is read.
        try await Self.makeRecords(Self.share, on: simulator)
        given += try await Self.read(Self.share, from: &feed)
        await second.stop()
        return given
      }
    }
    let made = try await simulator.callRecords(ListCallRecords(pageSize: 1000)).rows
    #expect(made.count == 3 * Self.share)
    #expect(given.map(\.uniqueid).sorted() == made.map(\.uniqueid).sorted())
  }

  @Test(.timeLimit(.minutes(1)))
  func `records are given exactly once although the push breaks off and comes late`()
    async throws
  {
    let simulator = Simulator(clock: WallClock())
    try await simulator.setBehavior(.ignores, of: "8001")
    let given = try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { await simulator.run() }
      defer { group.cancelAll() }
      let serving = try await Serving.start(simulator, port: 0)
      return try await Self.withClient(at: serving.port) { client in
        var feed = try await client.billingPush().makeAsyncIterator()
        try await simulator.inject(
          Fault(.delayedPush(.milliseconds(20), jitter: .milliseconds(20)), times: 5))
        try await Self.makeRecords(Self.share, on: simulator)
        var given = try await Self.read(Self.share, from: &feed)
        try await client.inject(Fault(.droppedPush))
        try await Self.makeRecords(Self.share, on: simulator)
        given += try await Self.read(Self.share, from: &feed)
        try await client.inject(Fault(.networkDown, span: .milliseconds(300)))
        try await Self.makeRecords(Self.share, on: simulator)
        given += try await Self.read(Self.share, from: &feed)
        await serving.stop()
        return given
      }
    }
    let made = try await simulator.callRecords(ListCallRecords(pageSize: 1000)).rows
    #expect(made.count == 3 * Self.share)
    #expect(given.map(\.uniqueid).sorted() == made.map(\.uniqueid).sorted())
  }

  @Test(.timeLimit(.minutes(1)), arguments: [false, true])
  func `a record that is pushed twice is given twice, over a network or not`(
    isRemote: Bool
  ) async throws {
    let simulator = Simulator(clock: WallClock())
    try await simulator.setBehavior(.ignores, of: "8001")
    try await simulator.inject(Fault(.duplicatedPush, times: 1))
    @Sendable func ids(_ service: any PBXService) async throws -> [String] {
      var feed = try await service.billingPush().makeAsyncIterator()
      try await Self.makeRecords(2, on: simulator)
      return try await Self.read(3, from: &feed).map(\.uniqueid)
    }
    let given = try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { await simulator.run() }
      defer { group.cancelAll() }
      guard isRemote else { return try await ids(simulator.overNetwork) }
      let serving = try await Serving.start(simulator, port: 0)
      return try await Self.withClient(at: serving.port) { client in
        let given = try await ids(client)
        await serving.stop()
        return given
      }
    }
    #expect(given.count == 3 && given[0] == given[1] && given[1] != given[2])
  }

  /// Calls that end before anybody has answered leave a record each.
  private static func makeRecords(_ count: Int, on simulator: Simulator) async throws {
    for _ in 0..<count {
      _ = try await simulator.dial(Dial(extension: "8001", dest: "8002"))
      try await simulator.hangup(Hangup(extension: "8001"))
    }
  }

  private static func read(
    _ count: Int, from feed: inout AsyncThrowingStream<[BillingRecord], any Error>.AsyncIterator
  ) async throws -> [BillingRecord] {
    var records: [BillingRecord] = []
    while records.count < count, let message = try await feed.next(isolation: #isolation) {
      records += message
    }
    return records
  }

  private static func withClient<Result: Sendable>(
    at port: Int, _ body: (PBXClient) async throws -> Result
  ) async throws -> Result {
    let address = try #require(PBXAddress("http://127.0.0.1:\(port)"))
    let client = try #require(Accounts.default.clients.first)
    let user = try #require(Accounts.default.users.first)
    var configuration = PBXClient.Configuration(
      address: address,
      credentials: Credentials(
        clientID: client.key, clientSecret: client.value, username: user.key,
        password: user.value))
    configuration.push = PushAddress("ws://127.0.0.1:\(port)")
    return try await PBXClient.withClient(configuration, body)
  }
}

/// A server that runs until it is stopped.
private struct Serving: Sendable {
  let port: Int
  private let task: Task<Void, any Error>

  static func start(_ simulator: Simulator, port: Int) async throws -> Serving {
    var configuration = PBXServer.Configuration()
    configuration.port = port
    let server = PBXServer(
      service: simulator, lab: simulator, faults: simulator.faults, accounts: .default,
      configuration: configuration,
      clock: WallClock(), randomBytes: SystemRandom.bytes,
      logger: Logger(label: "restart") { _ in SwiftLogNoOpLogHandler() })
    let (ports, listening) = AsyncStream<Int>.makeStream()
    let task = Task {
      defer { listening.finish() }
      try await server.run { port, _ in listening.yield(port) }
    }
    var iterator = ports.makeAsyncIterator()
    guard let port = await iterator.next() else {
      try await task.value
      throw CancellationError()
    }
    return Serving(port: port, task: task)
  }

  /// Ends it without a word to its clients.
  func stop() async {
    task.cancel()
    _ = await task.result
  }
}
