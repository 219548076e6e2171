import Logging
import PBXClient
import PBXModel
import PBXServer
import PBXSimulator
import RealWorld
import Testing

/// The billing push from the simulator through server and client, with real sockets.
struct RestartTests {
  private static let share = 20

  @Test func `records are given exactly once although the server is stopped and started again`()
    async throws
  {
    let simulator = Simulator(clock: WallClock())
    try await simulator.setBehavior(.ignores, of: "8001")
    let given = try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { await simulator.run() }
      defer { group.cancelAll() }
      let first = try await Serving.start(simulator, port: 0)
      return try await Self.withClient(at: first.port) { client in
        let feed = try await client.billingPush()
        try await Self.makeRecords(on: simulator)
        await first.stop()
        // Nobody is told of these while they come about.
        try await Self.makeRecords(on: simulator)
        let second = try await Serving.start(simulator, port: first.port)
        try await Self.makeRecords(on: simulator)
        let given = try await Self.read(feed, until: 3 * Self.share)
        await second.stop()
        return given
      }
    }
    let made = try await simulator.callRecords(ListCallRecords(pageSize: 1000)).rows
    #expect(made.count == 3 * Self.share)
    #expect(given.map(\.uniqueid).sorted() == made.map(\.uniqueid).sorted())
  }

  /// Calls that end before anybody has answered leave a record each.
  private static func makeRecords(on simulator: Simulator) async throws {
    for _ in 0..<share {
      _ = try await simulator.dial(Dial(extension: "8001", dest: "8002"))
      try await simulator.hangup(Hangup(extension: "8001"))
    }
  }

  private static func read(_ feed: BillingFeed, until count: Int) async throws -> [BillingRecord] {
    var records: [BillingRecord] = []
    for try await message in feed {
      records += message
      if records.count >= count { break }
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
      service: simulator, lab: nil, accounts: .default, configuration: configuration,
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
