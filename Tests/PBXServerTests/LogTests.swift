import Logging
import PBXModel
import Synchronization
import TestThreads
import Testing

@testable import PBXServer

@Suite(.ownThreads, .timeLimit(.minutes(1)))
struct LogTests {
  /// Keeps all that is logged.
  private final class Lines: Sendable {
    private let lines = Mutex<[String]>([])

    private let (additions, added) = AsyncStream<String>.makeStream()

    func add(_ line: String) {
      lines.withLock { $0.append(line) }
      added.yield(line)
    }

    /// Waits for such a line.
    func first(where isIt: (String) -> Bool) async throws -> String {
      for await line in additions where isIt(line) { return line }
      throw CancellationError()
    }

    var all: [String] { lines.withLock { $0 } }
  }

  private struct Handler: LogHandler {
    let lines: Lines
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      lines.add("\(event.level) \(event.message) \(event.metadata ?? [:]) \(metadata)")
    }
  }

  @Test func `each request is logged, and no secret is`() async throws {
    let lines = Lines()
    let logger = Logger(label: "test") { _ in Handler(lines: lines) }
    let pbx = StubPBX()
    try await TestServer.run(pbx, logger: logger) { server in
      let token = try await server.signIn().accessToken
      _ = try await server.send(
        "GET", "/dscom-api/public/api/v1/status/endpoint?page=1&pageSize=10&endpoint=8001",
        headers: ["Authorization: Bearer \(token)"])
      _ = try await server.send("GET", "/?user_id=billing&token=\(token)")
      try await Wire.connect(to: server.port) { wire in
        _ = try await wire.upgrade("/?user_id=billing&token=\(token)")
        pbx.loseFeed()
        _ = try await wire.readToEnd()
      }
      let pushed = try await lines.first(where: { $0.contains("GET / has ended") })
      #expect(pushed.hasPrefix("info ") && pushed.contains("feedLost"))
      let text = lines.all.joined(separator: "\n")
      #expect(text.contains("GET /dscom-api/public/api/v1/status/endpoint 200"))
      #expect(text.contains("info GET / 426"))
      #expect(text.contains("info GET / 101"))
      #expect(text.contains("POST /dscom-api/public/oauth/token 200"))
      for secret in [token, "callflow-client", "callflow-user", "8001", "user_id"] {
        #expect(!text.contains(secret))
      }
    }
  }
}
