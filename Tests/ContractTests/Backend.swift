import Logging
import PBXClient
import PBXModel
import PBXServer
import PBXSimulator
import Synchronization
import VirtualTime

/// A way to the simulator that must not make a difference.
enum Backend: String, CaseIterable, Sendable {
  case direct
  case http
  case https

  /// What a test asks: the typed operations, and raw requests.
  struct Access: Sendable {
    var service: any PBXService
    var lab: any LabService
    /// Method, path and parameters to the answer's envelope.
    var raw: @Sendable (String, String, JSONObject) async throws -> Envelope
    /// The HTTP status of the last answer; nil where nothing went over the network.
    var status: @Sendable () -> Int? = { nil }
  }

  func withAccess<Result: Sendable>(
    to world: World = .default, _ body: @escaping @Sendable (Access) async throws -> Result
  ) async throws -> Result {
    let clock = SteppedClock()
    let simulator = Simulator(world: world, clock: clock, seed: 1)
    if self == .direct {
      let pbx = Dispatcher(service: simulator.overNetwork)
      let lab = Dispatcher(lab: simulator)
      return try await body(
        Access(service: simulator.overNetwork, lab: simulator) { method, path, parameters in
          await (path.hasPrefix("/lab/") ? lab : pbx).respond(
            method: method, path: path, parameters: parameters)
        })
    }
    let seen = LastStatus()
    return try await withServer(of: simulator, clock: clock, seen) { client in
      try await body(
        Access(
          service: client, lab: client,
          raw: { method, path, parameters in
            try await client.request(method: method, path: path, parameters: parameters)
          }, status: { seen.status }))
    }
  }

  /// What the client has seen last.
  private final class LastStatus: Sendable {
    private let storage = Mutex<Int?>(nil)

    var status: Int? { storage.withLock { $0 } }

    func note(_ exchange: HTTPExchange) { storage.withLock { $0 = exchange.status } }
  }

  private func withServer<Result: Sendable>(
    of simulator: Simulator, clock: SteppedClock, _ seen: LastStatus,
    _ body: @escaping @Sendable (PBXClient) async throws -> Result
  ) async throws -> Result {
    var configuration = PBXServer.Configuration()
    if self == .https {
      configuration.tls = .init(
        certificate: ContractScript.fixture("tls/certificate.pem"),
        key: ContractScript.fixture("tls/key.pem"))
    }
    let random = Mutex(UInt8(0))
    let server = PBXServer(
      service: simulator, lab: simulator, faults: simulator.faults, accounts: .default,
      configuration: configuration,
      clock: clock,
      randomBytes: { count in
        random.withLock { last in
          (0..<count).map { _ in
            last &+= 1
            return last
          }
        }
      },
      logger: Logger(label: "contract") { _ in SwiftLogNoOpLogHandler() })
    let (ports, listening) = AsyncStream<Int>.makeStream()
    return try await withThrowingTaskGroup(of: Result?.self) { group in
      // The simulator's own timers, beside time that is moved by the lab.
      group.addTask {
        await simulator.run()
        return nil
      }
      group.addTask {
        try await server.run { port, _ in listening.yield(port) }
        return nil
      }
      group.addTask {
        var iterator = ports.makeAsyncIterator()
        guard let port = await iterator.next() else { return nil }
        return try await withClient(at: port, clock: clock, seen, body)
      }
      defer { group.cancelAll() }
      while let result = try await group.next() {
        if let result { return result }
      }
      throw CancellationError()
    }
  }

  private func withClient<Result: Sendable>(
    at port: Int, clock: SteppedClock, _ seen: LastStatus,
    _ body: @Sendable (PBXClient) async throws -> Result
  ) async throws -> Result {
    guard let address = PBXAddress("\(rawValue)://127.0.0.1:\(port)"),
      let client = Accounts.default.clients.first, let user = Accounts.default.users.first
    else { throw CancellationError() }
    var configuration = PBXClient.Configuration(
      address: address,
      credentials: .init(
        clientID: client.key, clientSecret: client.value, username: user.key,
        password: user.value))
    configuration.push = PushAddress(
      "\(self == .https ? "wss" : "ws")://127.0.0.1:\(port)")
    if self == .https {
      configuration.certificateAuthority = ContractScript.fixture("tls/certificate.pem")
    }
    return try await PBXClient.withClient(
      configuration, clock: clock, random: { 1 << 63 }, observer: { seen.note($0) }, body)
  }
}
