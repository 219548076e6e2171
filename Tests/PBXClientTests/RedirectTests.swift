import PBXModel
import Testing

@testable import PBXClient

struct RedirectTests {
  private func redirect(to location: String, _ status: Int = 302) -> HTTPAnswer {
    HTTPAnswer(status: status, headers: [HTTPField("Location", location)])
  }

  @Test(arguments: [301, 302, 303, 307, 308])
  func `a GET follows at the same server, with the token`(status: Int) async throws {
    let (client, stub) = try Bench.client { request in
      request.url.hasSuffix("/new") ? .done : self.redirect(to: "/new", status)
    }
    _ = try await client.endpointStatus(ListEndpoints())
    #expect(stub.calls.last?.url == "https://pbx.example:8443/new")
    #expect(stub.calls.last?.bearer == "token")
  }

  @Test func `a GET follows three times and no more`() async throws {
    let (client, stub) = try Bench.client { _ in self.redirect(to: "again") }
    let error = await #expect(throws: PBXError.self) {
      _ = try await client.endpointStatus(ListEndpoints())
    }
    #expect(error?.cause == .unexpectedStatus(302))
    #expect(stub.calls.count == 4)
  }

  @Test(arguments: [
    "https://elsewhere.example/x?token=t", "http://pbx.example:8443/x", "//pbx.example/x",
    "https://pbx.example:8443@elsewhere.example/x", "javascript://x",
  ])
  func `nobody goes to another server`(location: String) async throws {
    let (client, stub) = try Bench.client { _ in self.redirect(to: location) }
    let error = await #expect(throws: PBXError.self) {
      _ = try await client.endpointStatus(ListEndpoints())
    }
    #expect(stub.calls.count == 1)
    #expect(error?.detail?.contains("another server") == true)
    #expect(error?.detail?.contains("token=t") == false)
  }

  @Test func `a POST is not sent on, and the error names the target`() async throws {
    let (client, stub) = try Bench.client { _ in
      self.redirect(to: "https://pbx.example:8443/new/hold", 308)
    }
    let error = await #expect(throws: PBXError.self) {
      try await client.hold(Hold(extension: "8001"))
    }
    #expect(error?.cause == .unexpectedStatus(308))
    #expect(error?.detail?.contains("`https://pbx.example:8443/new/hold`") == true)
    #expect(stub.calls.count == 1)
  }

  @Test func `credentials are not sent on`() async throws {
    let stub = StubTransport { _ in self.redirect(to: "/login") }
    let client = try Bench.client(stub)
    let error = await #expect(throws: PBXError.self) { try await client.signIn() }
    #expect(error?.detail?.contains("`https://pbx.example:8443/login`") == true)
    #expect(stub.requests.count == 1)
  }

  @Test(arguments: [
    ("/x", "https://a:1/x"), ("x", "https://a:1/b/x"), ("?y=2", "https://a:1/b/c?y=2"),
    ("//z/x", "https://z/x"), ("http://z/x#part", "http://z/x"), ("", "https://a:1/b/c"),
    ("/x?to=http://z", "https://a:1/x?to=http://z"),
    ("x?to=http://z", "https://a:1/b/x?to=http://z"),
  ])
  func `a location is resolved against what was asked for`(location: String, url: String) {
    #expect(RedirectTarget(location, from: "https://a:1/b/c?q=/1").url == url)
  }
}
