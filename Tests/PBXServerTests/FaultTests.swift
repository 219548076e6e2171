import PBXModel
import Synchronization
import TestThreads
import Testing
import VirtualTime

@testable import PBXServer

/// What goes wrong over HTTP where a fault source says so.
@Suite(.ownThreads, .timeLimit(.minutes(1)))
struct FaultTests {
  /// Says what it is told to, once.
  private final class ScriptedFaults: FaultSource {
    private let next = Mutex<[FaultVerdict]>([])
    private let down = Mutex(false)
    private let asked = Mutex<[String]>([])

    var operations: [String] { asked.withLock { $0 } }

    var isNetworkDown: Bool {
      get { down.withLock { $0 } }
      set { down.withLock { $0 = newValue } }
    }

    func add(_ verdict: FaultVerdict) { next.withLock { $0.append(verdict) } }

    func verdict(on operation: String) -> FaultVerdict {
      asked.withLock { $0.append(operation) }
      return next.withLock { $0.isEmpty ? FaultVerdict(.passes) : $0.removeFirst() }
    }
  }

  private static let base = PBXServer.basePath
  private static let body = #"{"extension":"8001","dest":"8002"}"#

  private static func dial(_ server: TestServer, _ authorization: String) async throws -> Reply {
    try await server.send(
      "POST", "\(base)/api/v1/call/dial", headers: [authorization], body: body)
  }

  @Test func `an error code comes as the API's own`() async throws {
    let faults = ScriptedFaults()
    try await TestServer.run(StubPBX(), faults: faults) { server in
      let authorization = try await server.authorization()
      faults.add(FaultVerdict(.refusal(600001)))
      let reply = try await Self.dial(server, authorization)
      #expect(reply.status == 200 && reply.code == "600001")
      #expect(try await Self.dial(server, authorization).code == "200")
      #expect(faults.operations == ["call/dial", "call/dial"])
    }
  }

  @Test func `a proxy's page has HTTP 502`() async throws {
    let faults = ScriptedFaults()
    try await TestServer.run(StubPBX(), faults: faults) { server in
      let authorization = try await server.authorization()
      faults.add(FaultVerdict(.page))
      let reply = try await Self.dial(server, authorization)
      #expect(reply.status == 502)
      #expect(reply.header("Content-Type") == "text/html")
      #expect(reply.body.contains("<h1>502 Bad Gateway</h1>"))
    }
  }

  @Test func `a connection is closed without a byte`() async throws {
    let faults = ScriptedFaults()
    try await TestServer.run(StubPBX(), faults: faults) { server in
      let authorization = try await server.authorization()
      faults.add(FaultVerdict(.disconnection))
      #expect(try await Self.dial(server, authorization).head == "")
      #expect(try await Self.dial(server, authorization).code == "200")
    }
  }

  @Test func `a token that is void is refused until there is a new one`() async throws {
    let faults = ScriptedFaults()
    try await TestServer.run(StubPBX(), faults: faults) { server in
      let authorization = try await server.authorization()
      faults.add(FaultVerdict(.expiredToken))
      #expect(try await Self.dial(server, authorization).status == 401)
      #expect(try await Self.dial(server, authorization).status == 401)
      // Who is not signed in uses up no fault.
      #expect(faults.operations.count == 1)
      let renewed = try await server.authorization()
      #expect(try await Self.dial(server, renewed).code == "200")
    }
  }

  @Test func `an answer waits for the clock`() async throws {
    let faults = ScriptedFaults()
    try await TestServer.run(StubPBX(), faults: faults) { server in
      let authorization = try await server.authorization()
      faults.add(FaultVerdict(.passes, delay: .seconds(3)))
      let (answers, tell) = AsyncStream<String>.makeStream()
      await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { tell.yield(try await Self.dial(server, authorization).code) }
        // By then it is asked for, and only then can time be let pass.
        while faults.operations.isEmpty { await Task.yield() }
        group.addTask {
          while !Task.isCancelled {
            server.clock.advance(by: .seconds(1))
            await Task.yield()
          }
        }
        var iterator = answers.makeAsyncIterator()
        #expect(await iterator.next() == "200")
        group.cancelAll()
      }
      #expect(Timestamp.virtualStart.duration(to: server.clock.now) >= .seconds(3))
    }
  }

  @Test func `a recording has its faults as well`() async throws {
    let faults = ScriptedFaults()
    try await TestServer.run(StubPBX(), faults: faults) { server in
      faults.add(FaultVerdict(.page))
      let replies = [
        try await server.send("GET", "/monitor/a%20b.wav"),
        try await server.send("GET", "/monitor/a%20b.wav"),
      ]
      #expect(replies[0].status == 502)
      #expect(replies[1].body == "sound")
      #expect(faults.operations == ["recording", "recording"])
    }
  }

  @Test func `while the network is down tokens alone are given, and the lab answers`()
    async throws
  {
    let faults = ScriptedFaults()
    try await TestServer.run(StubPBX(), faults: faults) { server in
      let authorization = try await server.authorization()
      let token = try await server.signIn().accessToken
      faults.isNetworkDown = true
      #expect(try await Self.dial(server, authorization).head == "")
      #expect(try await server.send("GET", "/nowhere").head == "")
      try await Wire.connect(to: server.port) { wire in
        let status = try await wire.upgrade("/?user_id=billing&token=\(token)")
        #expect(status == 0)
      }
      // There is no lab here, and it says so.
      let lab = try await server.send("GET", "/lab/v1/time", headers: [authorization])
      #expect(lab.status == 404)
      #expect(try await server.authorization() != authorization)
      faults.isNetworkDown = false
      try await Wire.connect(to: server.port) { wire in
        let status = try await wire.upgrade("/?user_id=billing&token=\(token)")
        #expect(status == 101)
      }
    }
  }
}
