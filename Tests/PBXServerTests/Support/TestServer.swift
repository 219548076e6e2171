import Logging
import NIOPosix
import PBXModel
import Synchronization
import VirtualTime

@testable import PBXServer

/// A server on loopback for the length of a body.
struct TestServer: Sendable {
  let port: Int
  let pushPort: Int
  let clock: SteppedClock
  /// Asks it to end gracefully, as a signal would.
  let stop: @Sendable () -> Void

  /// Runs a body beside a server, and ends the server with it.
  static func run<Result: Sendable>(
    _ service: any PBXService, lab: (any LabService)? = nil, faults: (any FaultSource)? = nil,
    logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
    configure: (inout PBXServer.Configuration) -> Void = { _ in },
    _ body: @escaping @Sendable (TestServer) async throws -> Result
  ) async throws -> Result {
    var configuration = PBXServer.Configuration()
    configure(&configuration)
    let clock = SteppedClock()
    let server = PBXServer(
      service: service, lab: lab, faults: faults, accounts: .default,
      configuration: configuration, clock: clock,
      randomBytes: { count in (0..<count).map { _ in UInt8.random(in: .min ... .max) } },
      logger: logger)
    let (ports, tell) = AsyncStream<(Int, Int)>.makeStream()
    let (stops, stop) = AsyncStream<Void>.makeStream()
    return try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        defer { tell.finish() }
        try await server.run(
          until: { for await _ in stops {} },
          onListening: { port, pushPort in tell.yield((port, pushPort)) })
      }
      guard let (port, pushPort) = await ports.first(where: { _ in true }) else {
        try await group.waitForAll()
        throw NotListening()
      }
      defer { stop.finish() }
      return try await body(
        TestServer(port: port, pushPort: pushPort, clock: clock, stop: { stop.finish() }))
    }
  }

  struct NotListening: Error {}
}

extension TestServer {
  /// One request on a connection of its own.
  func send(
    _ method: String, _ target: String, headers: [String] = [], body: String = "",
    on port: Int? = nil
  ) async throws -> Reply {
    var lines = ["\(method) \(target) HTTP/1.1", "Host: test", "Connection: close"] + headers
    if !body.isEmpty { lines.append("Content-Length: \(body.utf8.count)") }
    let text = lines.joined(separator: "\r\n") + "\r\n\r\n" + body
    return try await Wire.connect(to: port ?? self.port) { wire in
      try await wire.send(text)
      return Reply(try await wire.readToEnd())
    }
  }

  /// Signs in with the built-in accounts.
  func signIn() async throws -> TokenAnswer {
    let request = TokenRequest(
      clientID: "1", clientSecret: "callflow-client",
      grant: .password(username: "tester", password: "callflow-user"))
    let reply = try await send(
      "POST", "/dscom-api/public/oauth/token",
      body: JSONValue.object(request.parameters).text())
    return TokenAnswer(json: reply.json)
  }

  /// The header that carries a fresh token.
  func authorization() async throws -> String {
    "Authorization: Bearer \(try await signIn().accessToken)"
  }
}

/// An answer, read to its end.
struct Reply: Sendable {
  let status: Int
  let head: String
  let body: String

  init(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let parts = text.split(separator: "\r\n\r\n", maxSplits: 1)
    head = String(parts.first ?? "")
    body = parts.count > 1 ? String(parts[1]) : ""
    status = Int(head.split(separator: " ").dropFirst().first ?? "") ?? 0
  }

  var json: JSONObject { (try? JSONValue(parsing: body).object) ?? JSONObject() }

  /// The envelope's code, none where it has none.
  var code: String {
    if case .string(let code) = json["code"] { code } else { "" }
  }

  func header(_ name: String) -> String? {
    for line in head.components(of: "\r\n") {
      let parts = line.split(separator: ":", maxSplits: 1)
      if parts.count == 2, parts[0].lowercased() == name.lowercased() {
        return String(parts[1].drop { $0 == " " })
      }
    }
    return nil
  }
}

extension String {
  /// `\r\n` is one character, which a split by characters sees.
  fileprivate func components(of separator: Character) -> [Substring] {
    split(separator: separator)
  }
}
