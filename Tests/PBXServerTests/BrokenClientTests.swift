import PBXModel
import PBXTestSupport
import TestThreads
import Testing

@testable import PBXServer

@Suite(.ownThreads, .timeLimit(.minutes(1)))
struct BrokenClientTests {
  private static let limits: @Sendable (inout PBXServer.Configuration) -> Void = {
    $0.limits.headTime = .milliseconds(200)
    $0.limits.bodyTime = .milliseconds(200)
    $0.limits.idleTime = .milliseconds(200)
    $0.limits.writeTime = .milliseconds(200)
  }

  @Test(
    arguments: [
      ("nothing", ""), ("half a head", "GET / HTTP/1.1\r\nHost: te"),
      (
        "half a body",
        "POST /dscom-api/public/oauth/token HTTP/1.1\r\nHost: test\r\nContent-Length: 10\r\n\r\n{"
      ),
      (
        "half a chunk",
        "POST /dscom-api/public/oauth/token HTTP/1.1\r\nHost: test\r\n"
          + "Transfer-Encoding: chunked\r\n\r\nff\r\n{"
      ),
      ("no next request", "GET / HTTP/1.1\r\nHost: test\r\n\r\n"),
    ])
  func `a client that does not go on is left`(_: String, text: String) async throws {
    try await TestServer.run(StubPBX(), configure: Self.limits) { server in
      try await Wire.connect(to: server.port) { wire in
        // It fails where the server was quicker.
        if !text.isEmpty { try? await wire.send(text) }
        _ = try await wire.readToEnd()
      }
    }
  }

  @Test(arguments: [
    "GET / HTTP/1.1\r\nA: ",
    "POST / HTTP/1.1\r\nHost: test\r\nContent-Length: 99999999\r\n\r\n",
  ])
  func `a client that sends a byte now and then is left`(start: String) async throws {
    try await TestServer.run(StubPBX(), configure: Self.limits) { server in
      try await Wire.connect(to: server.port) { wire in
        // It fails where the server was quicker.
        try? await wire.send(start)
        // Each byte comes when another connection has had its answer: slowly, and for ever.
        while (try? await wire.send("a")) != nil {
          _ = try? await server.send("GET", "/")
        }
      }
    }
  }

  @Test(
    arguments: [
      "nonsense\r\n\r\n", "GET / HTTP/9\r\n\r\n", "\u{0}\u{1}\u{2}\r\n\r\n",
      "POST / HTTP/1.1\r\nHost: test\r\nContent-Length: x\r\n\r\n",
      "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: test\r\nhost: test\r\n\r\n",
      "POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}GET /next HTTP/1.1\r\n\r\n",
    ])
  func `a client that speaks no HTTP is told so and left`(text: String) async throws {
    try await TestServer.run(StubPBX()) { server in
      try await Wire.connect(to: server.port) { wire in
        try await wire.send(text)
        let reply = Reply(try await wire.readToEnd())
        #expect(reply.status == 400)
        #expect(reply.code == "400")
        #expect(reply.header("Connection") == "close")
      }
    }
  }

  @Test(
    arguments: [
      "GET /\(String(repeating: "a", count: 40_000)) HTTP/1.1\r\nHost: test\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: test\r\nA: \(String(repeating: "a", count: 40_000))\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: test\r\nA: \(String(repeating: "a", count: 4_000_000))\r\n\r\n",
    ])
  func `a head that is too large is refused in the API's form`(text: String) async throws {
    try await TestServer.run(StubPBX()) { server in
      try await Wire.connect(to: server.port) { wire in
        try await wire.send(text)
        let reply = Reply(try await wire.readToEnd())
        #expect(reply.status == 431)
        #expect(reply.code == "431")
        #expect(reply.header("Content-Type") == "application/json")
      }
    }
  }

  @Test func `a head of HTTP 1.0 needs no host`() async throws {
    try await TestServer.run(StubPBX()) { server in
      try await Wire.connect(to: server.port) { wire in
        try await wire.send("GET / HTTP/1.0\r\n\r\n")
        #expect(Reply(try await wire.readToEnd()).status == 404)
      }
    }
  }

  @Test func `the last answer of a connection says so, and no other`() async throws {
    try await TestServer.run(StubPBX()) { server in
      try await Wire.connect(to: server.port) { wire in
        let get = "GET /nothing HTTP/1.1\r\nHost: test\r\n"
        try await wire.send("\(get)\r\n\(get)Connection: close\r\n\r\n\(get)\r\n")
        let text = String(decoding: try await wire.readToEnd(), as: UTF8.self)
        let answers = text.split(separator: "HTTP/1.1 404 Not Found")
        #expect(answers.map { $0.contains("Connection: close") } == [false, true])
      }
    }
  }

  private static let uploadHead =
    "POST /dscom-api/public/api/v1/call/dial HTTP/1.1\r\nHost: test\r\n"
    + "Connection: close\r\nContent-Length: 8000000\r\n\r\n"

  private static let patience: @Sendable (inout PBXServer.Configuration) -> Void = {
    $0.limits.bodyTime = .seconds(600)
    $0.limits.closeTime = .seconds(600)
    $0.limits.stopTime = .seconds(600)
  }

  @Test func `a client that goes on with what was answered finds the answer`() async throws {
    try await TestServer.run(StubPBX(), configure: Self.patience) { server in
      try await Wire.connect(to: server.port) { wire in
        try await wire.send(Self.uploadHead + String(repeating: " ", count: 8_000_000))
        let reply = Reply(try await wire.readToEnd())
        #expect(reply.status == 401)
        #expect(reply.header("Connection") == "close")
      }
    }
  }

  @Test func `a client that goes amid what was answered holds nothing up`() async throws {
    // The end of the server waits for all connections.
    try await TestServer.run(StubPBX(), configure: Self.patience) { server in
      try await Wire.connect(to: server.port) { wire in
        try await wire.send(Self.uploadHead + String(repeating: " ", count: 1_000_000))
        #expect(try await wire.read(upTo: "\r\n\r\n")?.hasPrefix("HTTP/1.1 401") == true)
      }
    }
  }

  @Test func `a client that stays amid what was answered is left soon`() async throws {
    let configure: @Sendable (inout PBXServer.Configuration) -> Void = {
      Self.patience(&$0)
      $0.limits.closeTime = .milliseconds(200)
      $0.limits.connections = 1
    }
    try await TestServer.run(StubPBX(), configure: configure) { server in
      try await Wire.connect(to: server.port) { wire in
        try await wire.send(Self.uploadHead + String(repeating: " ", count: 1_000_000))
        #expect(try await wire.read(upTo: "\r\n\r\n")?.hasPrefix("HTTP/1.1 401") == true)
        // Only when the first has been left the next is heard.
        #expect(try await server.send("GET", "/nothing").status == 404)
      }
    }
  }

  @Test func `a head without end is refused`() async throws {
    try await TestServer.run(StubPBX(), configure: { $0.limits.closeTime = .milliseconds(200) }) {
      server in
      try await Wire.connect(to: server.port) { wire in
        try await wire.send("GET / HTTP/1.1\r\n")
        while (try? await wire.send("A: " + String(repeating: "a", count: 1000) + "\r\n")) != nil {}
        _ = try await wire.readToEnd()
      }
    }
  }

  /// A PBX with a recording that never ends, and that tells when nobody takes it any more.
  private final class EndlessPBX: PartialPBXService {
    private final class Reader: Sendable {
      let left: AsyncStream<Void>.Continuation

      init(_ left: AsyncStream<Void>.Continuation) {
        self.left = left
      }

      deinit {
        left.finish()
      }

      func read() -> [UInt8] { [UInt8](repeating: 0, count: 64 << 10) }
    }

    let (departures, left) = AsyncStream<Void>.makeStream()

    func recording(at path: RecordingPath) async throws(PBXError) -> Recording {
      let reader = Reader(left)
      return Recording(size: nil, chunks: AsyncThrowingStream { reader.read() })
    }
  }

  @Test func `a client that does not read its answer is left`() async throws {
    let pbx = EndlessPBX()
    try await TestServer.run(pbx, configure: { $0.limits.writeTime = .milliseconds(200) }) {
      server in
      try await Wire.connect(to: server.port) { wire in
        try await wire.send("GET /monitor/endless.wav HTTP/1.1\r\nHost: test\r\n\r\n")
        for await _ in pbx.departures {}
      }
    }
  }

  @Test func `no more connections are taken than may be, and the next one has its turn`()
    async throws
  {
    try await TestServer.run(StubPBX(), configure: { $0.limits.connections = 1 }) { server in
      try await Wire.connect(to: server.port) { first in
        try await first.send("GET / HTTP/1.1\r\nHost: test\r\n\r\n")
        _ = try await first.read(upTo: "\r\n\r\n")
        try await Wire.connect(to: server.port) { second in
          try await second.send("GET / HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n")
          // The first goes, and only then the second is heard.
          try await first.send("GET / HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n")
          _ = try await first.readToEnd()
          #expect(Reply(try await second.readToEnd()).status == 404)
        }
      }
    }
  }

  @Test func `a client that asks whether its body is wanted is told so`() async throws {
    try await TestServer.run(StubPBX()) { server in
      try await Wire.connect(to: server.port) { wire in
        try await wire.send(
          "POST /dscom-api/public/oauth/token HTTP/1.1\r\nHost: test\r\nConnection: close\r\n"
            + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n")
        #expect(try await wire.read(upTo: "\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n")
        try await wire.send("{}")
        #expect(Reply(try await wire.readToEnd()).status == 400)
      }
    }
  }

  @Test func `requests on one connection are answered in their order`() async throws {
    try await TestServer.run(StubPBX()) { server in
      try await Wire.connect(to: server.port) { wire in
        try await wire.send(
          "GET /first HTTP/1.1\r\nHost: test\r\n\r\nGET /second HTTP/1.1\r\nHost: test\r\n"
            + "Connection: close\r\n\r\n")
        let text = String(decoding: try await wire.readToEnd(), as: UTF8.self)
        let first = try #require(text.firstRange(of: "first"))
        let second = try #require(text.firstRange(of: "second"))
        #expect(first.lowerBound < second.lowerBound)
      }
    }
  }

  @Test func `a server that stops lets no idle connection hold it up`() async throws {
    let configure: @Sendable (inout PBXServer.Configuration) -> Void = {
      $0.limits.headTime = .seconds(600)
      $0.limits.idleTime = .seconds(600)
      $0.limits.stopTime = .seconds(600)
    }
    try await TestServer.run(StubPBX(), configure: configure) { server in
      try await Wire.connect(to: server.port) { silent in
        try await Wire.connect(to: server.port) { idle in
          try await idle.send("GET / HTTP/1.1\r\nHost: test\r\n\r\n")
          _ = try await idle.read(upTo: "\r\n\r\n")
          server.stop()
          _ = try await idle.readToEnd()
          _ = try await silent.readToEnd()
        }
      }
    }
  }
}
