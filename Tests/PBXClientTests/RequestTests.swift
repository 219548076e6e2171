import PBXClient
import PBXModel
import Testing

struct RequestTests {
  static let base = "https://pbx.example:8443/dscom-api/public"

  /// Sends the first example of every operation to a PBX that answers as in the document.
  private func exchange<Operation: APIOperation>(
    _ type: Operation.Type
  ) async throws -> (request: HTTPRequest, isAnswered: Bool) {
    let (client, stub) = try Bench.client { _ in
      .json(.object(Envelope(answering: Operation.exampleAnswer).json))
    }
    let answer = try await client.send(try #require(Operation.examples.first))
    return (try #require(stub.calls.first), answer == Operation.exampleAnswer)
  }

  @Test func `every operation goes out and its documented answer comes in`() async throws {
    for type in Operations.all {
      let (request, isAnswered) = try await exchange(type)
      #expect(request.method == type.method)
      #expect(request.url.hasPrefix(Self.base + "/api/v1/"), "\(type.name)")
      #expect(isAnswered, "\(type.name)")
    }
  }

  @Test func `the lab's operations go to the origin`() async throws {
    for type in LabOperations.all {
      let (request, isAnswered) = try await exchange(type)
      #expect(request.url.hasPrefix("https://pbx.example:8443/lab/v1/"), "\(type.name)")
      #expect(isAnswered, "\(type.name)")
    }
  }

  @Test func `every call has the four headers`() async throws {
    let (request, _) = try await exchange(ReadLabTime.self)
    #expect(
      Set(request.headers) == [
        HTTPField("Accept-Language", "zh-CN"), HTTPField("Content-Type", "application/json"),
        HTTPField("Accept", "application/json"), HTTPField("Authorization", "Bearer token"),
      ])
  }

  @Test func `a POST has its parameters in the body`() async throws {
    let (client, stub) = try Bench.client { _ in .done }
    try await client.hold(Hold(extension: "8001"))
    #expect(stub.calls.map(\.url) == [Self.base + "/api/v1/call/hold"])
    #expect(stub.calls.map(\.json) == [["extension": "8001"]])
  }

  @Test func `a GET has them in the query, with all that is special encoded`() async throws {
    let (client, stub) = try Bench.client { _ in .done }
    _ = try await client.endpointStatus(ListEndpoints(page: 2, pageSize: 5, endpoint: "a&b=c 座/+"))
    #expect(
      stub.calls.map(\.url) == [
        Self.base
          + "/api/v1/status/endpoint?page=2&pageSize=5&endpoint=a%26b%3Dc%20%E5%BA%A7%2F%2B"
      ])
    #expect(stub.calls.map(\.body) == [nil])
  }

  @Test func `a GET that the document shows with a body has them both ways`() async throws {
    let (client, stub) = try Bench.client { _ in .done }
    _ = try await client.parkedCalls(ListParkedCalls(extension: "8001"))
    #expect(stub.calls.map(\.url) == [Self.base + "/api/v1/call/parkList?extension=8001"])
    #expect(stub.calls.map(\.json) == [["extension": "8001"]])
  }

  @Test func `a parameter of the path is one segment of it`() async throws {
    let (client, stub) = try Bench.client { _ in .done }
    try await client.markVoicemail(MarkVoicemail(id: "../38?x", isRead: "yes"))
    #expect(stub.calls.map(\.url) == [Self.base + "/api/v1/voicemail/..%2F38%3Fx"])
    #expect(stub.calls.map(\.json) == [["is_read": "yes"]])
  }

  @Test(arguments: ["", ".", ".."])
  func `a parameter that would make another path is not sent`(id: String) async throws {
    let (client, stub) = try Bench.client { _ in .done }
    let error = await #expect(throws: PBXError.self) {
      try await client.markVoicemail(MarkVoicemail(id: id, isRead: "yes"))
    }
    #expect(error?.code == 510000)
    #expect(stub.requests.isEmpty)
  }

  @Test(arguments: [
    "/api/v1/../../other", "/api/./v1", "/..", "/api/v1/call/dial?x=1", "/api/v1#part",
  ])
  func `a raw path that would lead elsewhere is not sent`(path: String) async throws {
    let (client, stub) = try Bench.client { _ in .done }
    let error = await #expect(throws: PBXError.self) {
      _ = try await client.request(method: "GET", path: path)
    }
    guard case .invalidParameters(let reason) = error?.cause else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(reason.contains("`\(path)`"))
    #expect(stub.requests.isEmpty)
  }

  @Test(arguments: [
    ("/api//v1/", "/api//v1/"), ("/", "/"), ("/api/v1/...", "/api/v1/..."),
    ("/api/%2e%2e/a b", "/api/%252e%252e/a%20b"),
  ])
  func `a raw path goes out as it is, encoded`(path: String, sent: String) async throws {
    let (client, stub) = try Bench.client { _ in .done }
    _ = try await client.request(method: "PUT", path: path)
    #expect(stub.calls.map(\.url) == [Self.base + sent])
  }

  @Test(arguments: ["Retry-After", "retry-after", "RETRY-AFTER"])
  func `a header is found in whatever case`(name: String) {
    let answer = HTTPAnswer(
      status: 200,
      headers: [
        HTTPField("Retry_After", "1"), HTTPField("Retry\rAfter", "2"), HTTPField(name, "3"),
      ])
    #expect(answer.header("Retry-After") == "3")
    #expect(answer.header("Retry-Afte") == nil)
  }

  @Test func `numbers and strings are taken alike, and what is not known is kept`() async throws {
    let (client, _) = try Bench.client { _ in
      HTTPAnswer(
        status: 200,
        body: Array(
          #"{"code":200,"msg":"\u6210\u529f","data":[{"endpoint":8001,"new":1}],"total":"7"}"#.utf8)
      )
    }
    let page = try await client.endpointStatus(ListEndpoints())
    #expect(page.total == 7)
    #expect(page.rows.map(\.endpoint) == ["8001"])
    #expect(page.rows.first?.json["new"] == 1)
  }
}
