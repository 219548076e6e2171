import PBXModel
import TestThreads
import Testing
import VirtualTime

@testable import PBXServer

@Suite(.ownThreads, .timeLimit(.minutes(1)))
struct APITests {
  private static let json = "Content-Type: application/json"
  private static let base = "/dscom-api/public"
  private static let status = base + "/api/v1/status/endpoint"

  @Test(
    arguments: [
      ("GET", status + "?page=1&pageSize=10", "", 200, "200"),
      ("GET", status, #"{"page": 1, "pageSize": "10"}"#, 200, "200"),
      ("GET", status + "?page=1", #"{"pageSize": 10}"#, 200, "200"),
      ("GET", status, "", 422, "422"),
      ("GET", status, "[1]", 422, "422"),
      ("GET", status, "{", 422, "422"),
      ("POST", status, "", 405, "405"),
      ("GET", base + "/api/v1/agent/getAgentStatus", "", 200, "200"),
      ("POST", base + "/api/v1/call/dial", #"{"extension": 8001, "dest": 8002}"#, 200, "200"),
      ("POST", base + "/api/v1/call/dial?extension=8001&dest=8002", "", 200, "200"),
      ("POST", base + "/api/v1/call/dial", #"{"extension": "8001", "dest": "1"}"#, 200, "600001"),
      ("POST", base + "/api/v1/call/dial", "", 200, "600000"),
      ("POST", base + "/api/v1/call/dial", "no json", 200, "600000"),
      ("POST", base + "/api/v1/call/hangup", #"{"extension": "8001"}"#, 501, "501"),
      ("DELETE", base + "/api/v1/call/dial", "", 405, "405"),
      ("PUT", base + "/api/v1/voicemail/7", #"{"is_read": "yes"}"#, 200, "200"),
      ("PUT", base + "/api/v1/voicemail/%37", #"{"is_read": "yes"}"#, 200, "200"),
      ("POST", base + "/api/v1/voicemail/7", "", 405, "405"),
      ("GET", base + "/api/v1/nothing", "", 404, "404"),
      ("GET", "/api/v1/status/endpoint?page=1&pageSize=10", "", 404, "404"),
      ("GET", "/lab/v1/time", "", 404, "404"),
      ("GET", "/%zz", "", 404, "404"),
    ] as [(String, String, String, Int, String)])
  func `a request is answered with the status and the code of the API`(
    method: String, target: String, body: String, status: Int, code: String
  ) async throws {
    try await TestServer.run(StubPBX()) { server in
      let reply = try await server.send(
        method, target, headers: [try await server.authorization(), Self.json], body: body)
      #expect(reply.status == status)
      #expect(reply.code == code)
      #expect(reply.header("Content-Type") == "application/json")
    }
  }

  @Test func `what stands in the body and in the query counts as it stands in the query`()
    async throws
  {
    try await TestServer.run(StubPBX()) { server in
      let reply = try await server.send(
        "GET", Self.status + "?page=2&pageSize=10&endpoint=a+b%2F%E6%88%90",
        headers: [try await server.authorization(), Self.json],
        body: #"{"page": 7, "endpoint": "8009"}"#)
      #expect(reply.json["data"]?.elements?.first?.object?["page"] == 2)
      #expect(reply.json["data"]?.elements?.first?.object?["endpoint"] == "a b/成")
      #expect(reply.body.contains(#"a b\/\u6210"#), "as PHP writes it: \(reply.body)")
    }
  }

  @Test(
    arguments: [
      ("no token", nil), ("another scheme", "Basic"), ("a wrong token", "Bearer"),
    ] as [(String, String?)])
  func `an operation is refused without a good token`(_: String, scheme: String?) async throws {
    try await TestServer.run(StubPBX()) { server in
      let wrong = try await server.signIn().accessToken.dropLast() + "g"
      let headers = scheme.map { ["Authorization: \($0) \(wrong)"] } ?? []
      let reply = try await server.send(
        "GET", Self.status + "?page=1&pageSize=10", headers: headers)
      #expect(reply.status == 401)
      #expect(reply.body == #"{"message":"Unauthenticated."}"#)
    }
  }

  @Test func `a token ends when its life does`() async throws {
    try await TestServer.run(StubPBX(), configure: { $0.tokenLife = .seconds(60) }) { server in
      let header = try await server.authorization()
      let target = Self.status + "?page=1&pageSize=10"
      server.clock.advance(by: .seconds(59))
      #expect(try await server.send("GET", target, headers: [header]).status == 200)
      server.clock.advance(by: .seconds(1))
      #expect(try await server.send("GET", target, headers: [header]).status == 401)
    }
  }

  @Test(
    arguments: [
      (#"{"grant_type": "password"}"#, 400, "invalid_request"),
      ("no json", 400, "invalid_request"),
      (#"{"grant_type": "magic"}"#, 400, "unsupported_grant_type"),
      (
        #"{"grant_type": "password", "client_id": 2, "client_secret": "x", "username": "tester","#
          + #" "password": "callflow-user", "scope": "*"}"#, 401, "invalid_client"
      ),
      (
        #"{"grant_type": "password", "client_id": 1, "client_secret": "callflow-client","#
          + #" "username": "tester", "password": "callflow", "scope": "*"}"#, 400, "invalid_grant"
      ),
    ])
  func `wrong credentials are refused in the terms of OAuth`(
    body: String, status: Int, error: String
  ) async throws {
    try await TestServer.run(StubPBX()) { server in
      let reply = try await server.send(
        "POST", Self.base + "/oauth/token", headers: [Self.json], body: body)
      #expect(reply.status == status)
      #expect(reply.json["error"] == .string(error))
    }
  }

  @Test func `a body that begins like JSON and is none is refused, whatever it is called`()
    async throws
  {
    try await TestServer.run(StubPBX()) { server in
      let reply = try await server.send(
        "GET", Self.base + "/api/v1/call/parkList",
        headers: [
          try await server.authorization(),
          "Content-Type: application/x-www-form-urlencoded",
        ], body: "{bad")
      #expect(reply.status == 422)
    }
  }

  @Test func `a token is asked for with a form, too, and never kept by a proxy`() async throws {
    try await TestServer.run(StubPBX()) { server in
      let reply = try await server.send(
        "POST", Self.base + "/oauth/token",
        headers: ["Content-Type: application/x-www-form-urlencoded"],
        body: "grant_type=password&client_id=1&client_secret=callflow-client"
          + "&username=tester&password=callflow-user&scope=*")
      #expect(reply.status == 200)
      #expect(reply.json["expires_in"] == 1800)
      #expect(reply.header("Cache-Control") == "no-store")
      #expect(try await server.send("GET", Self.base + "/oauth/token").status == 405)
    }
  }

  @Test func `HEAD and OPTIONS answer what they are for`() async throws {
    try await TestServer.run(StubPBX()) { server in
      let target = Self.status + "?page=1&pageSize=10"
      let headers = [try await server.authorization()]
      let full = try await server.send("GET", target, headers: headers)
      let head = try await server.send("HEAD", target, headers: headers)
      #expect(head.status == 200)
      #expect(head.body == "")
      #expect(head.header("Content-Length") == String(full.body.utf8.count))
      #expect(try await server.send("OPTIONS", target).header("Allow") == "GET, HEAD, OPTIONS")
      let refused = try await server.send("POST", target, headers: headers)
      #expect(refused.header("Allow") == "GET, HEAD, OPTIONS")
      #expect(try await server.send("OPTIONS", "/").header("Allow") == "GET, HEAD, OPTIONS")
      #expect(try await server.send("HEAD", "/?user_id=billing").status == 401)
      #expect(try await server.send("POST", "/").header("Allow") == "GET, HEAD, OPTIONS")
      #expect(full.header("Date") == "Mon, 05 Jan 2026 01:00:00 GMT")
    }
  }

  @Test(arguments: [1 << 10, (1 << 10) + 1])
  func `a body that is too large is refused, and no byte sooner`(size: Int) async throws {
    try await TestServer.run(StubPBX(), configure: { $0.limits.bodyBytes = 1 << 10 }) { server in
      let members = #"{"extension": "8001", "dest": "8002"}"#
      let body = members + String(repeating: " ", count: size - members.utf8.count)
      let authorization = try await server.authorization()
      let dial = Self.base + "/api/v1/call/dial"
      let reply = try await server.send("POST", dial, headers: [authorization], body: body)
      #expect(reply.status == (size > 1 << 10 ? 413 : 200))
      // The same without a length that could be looked at.
      let chunked = try await Wire.connect(to: server.port) { wire in
        try await wire.send(
          "POST \(dial) HTTP/1.1\r\nHost: test\r\n\(authorization)\r\nConnection: close\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n\(String(size, radix: 16))\r\n\(body)\r\n0\r\n\r\n"
        )
        return Reply(try await wire.readToEnd())
      }
      #expect(chunked.status == (size > 1 << 10 ? 413 : 200))
    }
  }
}
