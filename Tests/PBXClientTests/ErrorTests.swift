import PBXClient
import PBXModel
import Synchronization
import Testing
import VirtualTime

struct ErrorTests {
  static let page = HTTPAnswer(
    status: 502, headers: [HTTPField("content-type", "text/html; charset=utf-8")],
    body: Array("<html><h1>502 Bad Gateway</h1>\u{1B}[31m</html>".utf8))

  static let answers: [(HTTPAnswer, PBXError.Cause, String?)] = [
    (.code("600001", "呼叫异常"), .refused(600001), nil),
    (.code("600001", "呼叫异常: busy"), .refused(600001), "busy"),
    (.code("600001", "呼叫异常", status: 500), .refused(600001), nil),
    (.json(.object(["code": 600099, "msg": "new"])), .refused(600099), "new"),
    (.code("422", "`x` is required", status: 422), .invalidParameters("`x` is required"), nil),
    (.code("422", "`x` is required"), .invalidParameters("`x` is required"), nil),
    (.json(.object(["message": "bad"]), status: 422), .invalidParameters("bad"), nil),
    (.code("404", status: 404), .unknownOperation, nil),
    (.json(.object(["message": ""]), status: 404), .unknownOperation, nil),
    (.code("501", "no", status: 501), .unsupported, nil),
    (page, .notTheAPI, nil),
    (HTTPAnswer(status: 200, body: Array(" <!DOCTYPE html>".utf8)), .notTheAPI, nil),
    (.code("500", "oops", status: 500), .unexpectedStatus(500), "oops"),
    (HTTPAnswer(status: 403), .unexpectedStatus(403), nil),
    (.json([]), .undecodable("it has no `code`"), nil),
    (.code("fine"), .undecodable("its code `fine` is no number"), nil),
    (
      .json(.object(["code": "200", "data": 5])),
      .undecodable("`data` has not the form that is documented"), nil
    ),
  ]

  @Test(arguments: answers)
  func `an answer that is no success is a typed error`(
    answer: HTTPAnswer, cause: PBXError.Cause, detail: String?
  ) async throws {
    let (client, _) = try Bench.client { _ in answer }
    let error = await #expect(throws: PBXError.self) {
      _ = try await client.dial(Dial(extension: "8001", dest: "8002"))
    }
    #expect(error?.operation == "call/dial")
    #expect(error?.cause == cause)
    #expect(error?.detail == detail)
    #expect(error?.exchange?.status == answer.status)
    #expect(
      error?.exchange?.request
        == #"POST /api/v1/call/dial {"extension":"8001","dest":"8002"}"#)
  }

  static let failures: [(TransportFailure, PBXError.Cause)] = [
    (.connection("reset"), .connection("reset")),
    (.untrusted("who?"), .connection("who?")),
    (.timeout("slow"), .timeout("slow")),
    (.malformed("odd"), .undecodable("odd")),
    (.cancelled, .cancelled),
    (.shutDown, .cancelled),
  ]

  @Test(arguments: failures)
  func `a failure of the transport is a typed error`(
    failure: TransportFailure, cause: PBXError.Cause
  ) async throws {
    let (client, _) = try Bench.client { (_) async throws(TransportFailure) in throw failure }
    let error = await #expect(throws: PBXError.self) {
      try await client.hold(Hold(extension: "8001"))
    }
    #expect(error?.cause == cause)
    #expect(error?.exchange?.status == nil)
  }

  @Test func `the lab's refusal is a lab error, and its absence an unknown operation`()
    async throws
  {
    let (lab, _) = try Bench.client { _ in .code("422", "there is no phone `1`", status: 422) }
    let refusal = await #expect(throws: PBXError.self) {
      try await lab.setBehavior(.busy, of: "1")
    }
    #expect(refusal?.cause == .lab("there is no phone `1`"))
    let (pbx, _) = try Bench.client { _ in
      HTTPAnswer(status: 404, body: Array("<html>Not Found</html>".utf8))
    }
    let absence = await #expect(throws: PBXError.self) { _ = try await pbx.labTime() }
    #expect(absence?.cause == .unknownOperation)
  }

  @Test(arguments: [
    (
      HTTPAnswer.json(.object(OAuthError.invalidClient.json), status: 401),
      PBXError.Cause.wrongCredentials("the client id or the client secret is wrong")
    ),
    (.json(.object(["error": "invalid_grant"]), status: 400), .wrongCredentials("invalid_grant")),
    (.unauthenticated, .wrongCredentials("Unauthenticated.")),
    (HTTPAnswer(status: 404), .unknownOperation),
    (ErrorTests.page, .notTheAPI),
    (.json(.object(["access_token": ""])), .undecodable("it has no `access_token`")),
    (.json(.object(["access_token": "a\r\nb"])), .undecodable("it has no `access_token`")),
  ])
  func `an answer that is no token is a typed error`(
    answer: HTTPAnswer, cause: PBXError.Cause
  ) async throws {
    let client = try Bench.client(StubTransport { _ in answer })
    let error = await #expect(throws: PBXError.self) { try await client.signIn() }
    #expect(error?.operation == "oauth/token")
    #expect(error?.cause == cause)
  }

  @Test func `a body is shown short, on one line and without what a terminal obeys`()
    async throws
  {
    let (client, _) = try Bench.client { _ in Self.page }
    let error = await #expect(throws: PBXError.self) {
      try await client.hold(Hold(extension: "8001"))
    }
    #expect(error?.exchange?.bodyStart == "<html><h1>502 Bad Gateway</h1>·[31m</html>")
    let (long, _) = try Bench.client { _ in
      HTTPAnswer(status: 500, body: Array(String(repeating: "x\n", count: 50_000).utf8))
    }
    let cut = await #expect(throws: PBXError.self) { try await long.hold(Hold(extension: "1")) }
    #expect(cut?.exchange?.bodyStart.count == 201)
  }

  /// A PBX, or a proxy, that repeats what it was sent.
  private static let echo: StubTransport.Answer = { request in
    let body = (request.body ?? []) + Array(" \(request.bearer ?? "-") ".utf8)
    return HTTPAnswer(status: 500, body: Array("<pre>".utf8) + body)
  }

  @Test func `no error and no trace shows a secret that the PBX repeats`() async throws {
    let shown = Mutex<[String]>([])
    let observer: @Sendable (HTTPExchange) -> Void = { exchange in
      shown.withLock { $0.append("\(exchange)") }
    }
    let echoing = try Bench.client(StubTransport(Self.echo), observer: observer)
    let signIn = await #expect(throws: PBXError.self) { try await echoing.signIn() }
    let later = StubTransport { (request) async throws(TransportFailure) in
      request.isForToken ? .token("bearer-token") : try await Self.echo(request)
    }
    let call = await #expect(throws: PBXError.self) {
      try await Bench.client(later, observer: observer).hold(Hold(extension: "8001"))
    }
    let json = StubTransport { _ in
      .json(
        .object([
          "error": "invalid_grant", "message": .string("\(Bench.password) is wrong"),
          "access_token": "bearer-token", "nested": [.string(Bench.secret)],
        ]), status: 400)
    }
    let refused = await #expect(throws: PBXError.self) {
      try await Bench.client(json, observer: observer).signIn()
    }
    let texts =
      shown.withLock { $0 } + [signIn, call, refused].map { String(reflecting: $0) }
    #expect(texts.count >= 7)
    for text in texts {
      #expect(!text.contains(Bench.password), "\(text)")
      #expect(!text.contains("client/secret"), "\(text)")
      #expect(!text.contains(#"client\/secret"#), "\(text)")
      #expect(!text.contains("bearer-token"), "\(text)")
    }
    #expect(refused?.cause == .wrongCredentials("<hidden> is wrong"))
  }

  private static let calls: [@Sendable (PBXClient) async throws -> Void] = [
    { try await $0.hold(Hold(extension: "8001")) },
    { _ = try await $0.endpointStatus(ListEndpoints()) },
    { _ = try await $0.request(method: "POST", path: "/api/v1/call/hold") },
    { _ = try await $0.recording(at: #require(RecordingPath("monitor/20241115/a.wav"))) },
  ]

  @Test(arguments: [
    (
      HTTPAnswer(status: 500, body: Array("Authorization: Bearer bearer-token".utf8)),
      "Authorization: Bearer <hidden>", nil as String?
    ),
    (
      .json(.object(["message": "no bearer-token"]), status: 401),
      #"{"message":"no <hidden>"}"#, "no <hidden>"
    ),
  ])
  func `no call shows its access token where it fails`(
    answer: HTTPAnswer, shown: String, detail: String?
  ) async throws {
    let stub = StubTransport { $0.isForToken ? .token("bearer-token") : answer }
    let client = try Bench.client(stub)
    for call in Self.calls {
      let error = await #expect(throws: PBXError.self) { try await call(client) }
      #expect(error?.exchange?.bodyStart == shown)
      #expect(error?.detail == detail)
    }
  }

  @Test func `no answer that is not decoded shows the access token`() async throws {
    let (client, _) = try Bench.client { _ in
      .json(.object(["code": "200", "msg": "of token", "data": 5]))
    }
    let error = await #expect(throws: PBXError.self) {
      _ = try await client.endpointStatus(ListEndpoints())
    }
    #expect(error?.exchange?.bodyStart == #"{"code":"200","msg":"of <hidden>","data":5}"#)
  }

  @Test(arguments: [
    #"{"access_token":"fresh-token"} ?"#, #"PHP notice {"access_token":"fresh-token"}"#,
    "access_token=fresh-token&expires_in=1800", #""fresh-token""#,
    #"{"access_token":"fresh-token","data":""# + String(repeating: "x", count: 70_000) + "\"}}",
  ])
  func `an answer with a token that is no clean JSON is not shown`(body: String) async throws {
    let stub = StubTransport { _ in HTTPAnswer(status: 200, body: Array(body.utf8)) }
    let shown = Mutex<[HTTPExchange]>([])
    let client = try Bench.client(stub) { exchange in shown.withLock { $0.append(exchange) } }
    let error = await #expect(throws: PBXError.self) { try await client.signIn() }
    #expect(error?.exchange?.bodyStart == "")
    #expect(shown.withLock { $0.map(\.bodyStart) } == [""])
    #expect(!String(reflecting: error).contains("fresh-token"))
  }

  @Test func `an answer without a token is shown where a name tells what to hide`() async throws {
    let stub = StubTransport { _ in .json(.object(["token": "fresh-token", "life": 5])) }
    let client = try Bench.client(stub)
    let error = await #expect(throws: PBXError.self) { try await client.signIn() }
    #expect(error?.exchange?.bodyStart == #"{"token":"<hidden>","life":5}"#)
  }
}
