import PBXClient
import PBXModel
import TestThreads
import Testing
import VirtualTime

@Suite(.ownThreads, .timeLimit(.minutes(1)))
struct NetworkTests {
  /// Runs a body with a client on the network, whose retries cost no time.
  private func withClient<Success: Sendable>(
    port: Int, scheme: String = "http", answerTimeout: Duration = .seconds(20),
    _ body: (PBXClient) async throws -> Success
  ) async throws -> Success {
    var configuration = try Bench.configuration("\(scheme)://127.0.0.1:\(port)")
    configuration.answerTimeout = answerTimeout
    return try await PBXClient.withClient(
      configuration, clock: ImpatientClock(), random: { 0 }, body)
  }

  /// A clock on which every sleep is over at once.
  private struct ImpatientClock: PBXClock {
    var now: Timestamp { .virtualStart }
    var minimumResolution: Duration { .nanoseconds(1) }

    func sleep(until deadline: Timestamp, tolerance: Duration?) async throws {
      try Task.checkCancellation()
    }
  }

  @Test func `calls share a connection`() async throws {
    try await LoopbackServer.pbx(replying: { _ in .send(LoopbackServer.done) }) { server in
      try await withClient(port: server.port) { client in
        for _ in 0..<20 { try await client.hold(Hold(extension: "8001")) }
      }
      #expect(server.connections == 1)
    }
  }

  @Test func `a GET takes its body along, in full`() async throws {
    try await LoopbackServer.pbx(replying: { request in
      .send(
        request.hasPrefix("GET /dscom-api/public/api/v1/call/parkList?extension=8001 HTTP/1.1\r\n")
          && request.hasSuffix(#"{"extension":"8001"}"#)
          && request.contains("\r\nAccept-Language: zh-CN\r\n")
          && request.contains("\r\nAuthorization: Bearer token\r\n")
          ? LoopbackServer.done : LoopbackServer.answer("", status: "400 Bad Request"))
    }) { server in
      try await withClient(port: server.port) {
        _ = try await $0.parkedCalls(ListParkedCalls(extension: "8001"))
      }
    }
  }

  @Test func `a call that is cancelled ends on the wire`() async throws {
    try await LoopbackServer.pbx(replying: { _ in .nothing }) { server in
      try await withClient(port: server.port) { client in
        let cause = await withTaskGroup(of: PBXError.Cause?.self) { group in
          group.addTask {
            do throws(PBXError) { try await client.hold(Hold(extension: "8001")) } catch {
              return error.cause
            }
            return nil
          }
          for await request in server.arrivals where request.contains("/call/hold ") { break }
          group.cancelAll()
          return await group.next() ?? nil
        }
        #expect(cause == .cancelled)
        // Before the client is shut down: the call alone must have closed its connection.
        for await _ in server.closings { break }
      }
    }
  }

  @Test func `a call of a task that was cancelled before sends nothing`() async throws {
    try await LoopbackServer.pbx(replying: { _ in .send(LoopbackServer.done) }) { server in
      try await withClient(port: server.port) { client in
        let cause = await withTaskGroup(of: PBXError.Cause?.self) { group in
          group.cancelAll()
          group.addTask {
            do throws(PBXError) { try await client.hold(Hold(extension: "8001")) } catch {
              return error.cause
            }
            return nil
          }
          return await group.next() ?? nil
        }
        #expect(cause == .cancelled)
      }
    }
  }

  @Test func `an answer that does not come is a time-out`() async throws {
    try await LoopbackServer.pbx(replying: { _ in .nothing }) { server in
      let error = await #expect(throws: PBXError.self) {
        try await withClient(port: server.port, answerTimeout: .milliseconds(300)) {
          try await $0.hold(Hold(extension: "8001"))
        }
      }
      #expect(error?.cause == .timeout("the PBX took longer than 0.3 s"))
    }
  }

  @Test func `a port where nobody listens is no connection`() async throws {
    let port = try await LoopbackServer.run(replying: { _ in .nothing }) { $0.port }
    let error = await #expect(throws: PBXError.self) {
      try await withClient(port: port) { try await $0.hold(Hold(extension: "8001")) }
    }
    #expect(
      error?.cause == .connection("`http://127.0.0.1:\(port)`: connection refused"))
  }

  @Test(arguments: ["", "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{\"code\""])
  func `a connection that breaks off is one that is lost`(start: String) async throws {
    try await LoopbackServer.pbx(replying: { _ in .sendAndClose(start) }) { server in
      let error = await #expect(throws: PBXError.self) {
        try await withClient(port: server.port) { try await $0.hold(Hold(extension: "8001")) }
      }
      #expect(error?.cause == .connection("the connection broke off"))
    }
  }

  @Test func `what is not HTTP is no answer`() async throws {
    try await LoopbackServer.pbx(replying: { _ in .send("Asterisk Call Manager/5.0.2\r\n") }) {
      server in
      let error = await #expect(throws: PBXError.self) {
        try await withClient(port: server.port) { try await $0.hold(Hold(extension: "8001")) }
      }
      #expect(error?.cause == .undecodable("it is not HTTP"))
    }
  }

  @Test func `a port that speaks no TLS is named as such`() async throws {
    let greeting = "HTTP/1.1 400 Bad Request\r\n\r\n"
    try await LoopbackServer.run(greeting: greeting, replying: { _ in .nothing }) { server in
      let error = await #expect(throws: PBXError.self) {
        try await withClient(port: server.port, scheme: "https") {
          try await $0.hold(Hold(extension: "8001"))
        }
      }
      #expect(
        error?.cause
          == .connection("it does not speak TLS at this port; try `http://`"))
    }
  }

  @Test func `an answer beyond the bound is not read to its end`() async throws {
    let size = HTTPAnswer.largestBody + 1
    let head = "HTTP/1.1 200 OK\r\nContent-Length: \(size)\r\n\r\n"
    let body = String(repeating: " ", count: size)
    try await LoopbackServer.pbx(replying: { _ in .send(head + body) }) { server in
      let error = await #expect(throws: PBXError.self) {
        try await withClient(port: server.port) { try await $0.hold(Hold(extension: "8001")) }
      }
      #expect(error?.cause == .undecodable("it is longer than 16 MiB"))
    }
  }

  @Test func `a client that was shut down says so at once, and its push ends`() async throws {
    try await LoopbackServer.pbx(replying: { _ in .send(LoopbackServer.done) }) { server in
      var configuration = try Bench.configuration("http://127.0.0.1:\(server.port)")
      configuration.push = PushAddress("ws://127.0.0.1:\(server.port)")
      let client = try await PBXClient.withClient(
        configuration, clock: ImpatientClock(), random: { 0 }
      ) { $0 }
      let error = await #expect(throws: PBXError.self) {
        _ = try await client.endpointStatus(ListEndpoints())
      }
      #expect(error?.cause == .cancelled)
      #expect(error?.operation == "status/endpoint")
      #expect(error?.detail == "the client was shut down")
      let end = await #expect(throws: PBXError.self) { try await client.push().run { _ in } }
      #expect(end?.detail == "the client was shut down")
    }
  }

  @Test func `certificates that cannot be read are named`() async throws {
    var configuration = try Bench.configuration()
    configuration.certificateAuthority = "/nowhere/ca.pem"
    let settings = configuration
    let error = await #expect(throws: PBXError.self) {
      try await PBXClient.withClient(settings) { try await $0.signIn() }
    }
    #expect(error?.description.contains("`/nowhere/ca.pem`") == true)
  }
}
