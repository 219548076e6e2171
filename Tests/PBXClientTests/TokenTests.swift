import PBXClient
import PBXModel
import Synchronization
import Testing
import VirtualTime

struct TokenTests {
  let executor = VirtualExecutor()
  var clock: VirtualClock { VirtualClock(executor: executor) }

  @Test func `a thousand calls over an expiring token cause one renewal`() async throws {
    let clock = clock
    let pbx = StubPBX(clock: clock)
    let client = try Bench.client(pbx.transport, clock: clock)
    try await executor.run {
      try await client.hold(Hold(extension: "8001"))
      try await clock.sleep(for: .seconds(2000))
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<1000 {
          group.addTask { try await client.hold(Hold(extension: "8001")) }
        }
        try await group.waitForAll()
      }
    }
    #expect(pbx.issued == 2)
    #expect(pbx.refused == 0)
  }

  @Test func `a thousand calls with a token that the PBX forgot cause one renewal`() async throws {
    let clock = clock
    let pbx = StubPBX(clock: clock)
    let client = try Bench.client(pbx.transport, clock: clock)
    try await executor.run {
      try await client.hold(Hold(extension: "8001"))
      pbx.forgetTokens()
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<1000 {
          group.addTask { try await client.hold(Hold(extension: "8001")) }
        }
        try await group.waitForAll()
      }
    }
    #expect(pbx.issued == 2)
    #expect(pbx.refused == 1000)
    #expect(pbx.state.withLock { $0.passwordGrants } == 2)
  }

  @Test(arguments: [true, false])
  func `a day of half-hour tokens is 59 or 60 renewals and no failed call`(
    givesRefreshTokens: Bool
  ) async throws {
    let clock = clock
    let pbx = StubPBX(clock: clock, givesRefreshTokens: givesRefreshTokens)
    let client = try Bench.client(pbx.transport, clock: clock)
    try await executor.run {
      let end = clock.now.advanced(by: .seconds(86_400))
      try await withThrowingTaskGroup(of: Void.self) { group in
        for caller in 0..<3 {
          group.addTask {
            try await clock.sleep(for: .seconds(caller))
            while clock.now < end {
              try await client.hold(Hold(extension: "8001"))
              try await clock.sleep(for: .seconds(7))
            }
          }
        }
        try await group.waitForAll()
      }
    }
    #expect((59...60).contains(pbx.issued - 1), "\(pbx.issued - 1)")
    #expect(pbx.refused == 0)
    #expect(pbx.state.withLock { $0.passwordGrants } == (givesRefreshTokens ? 1 : pbx.issued))
  }

  @Test func `the others go on with the good token while one renews early`() async throws {
    let clock = clock
    let pbx = StubPBX(clock: clock, latency: .seconds(1))
    let client = try Bench.client(pbx.transport, clock: clock)
    let waits = try await executor.run {
      _ = try await client.accessToken()
      try await clock.sleep(for: .seconds(1500))
      return try await withThrowingTaskGroup(of: Duration.self) { group in
        for _ in 0..<10 {
          group.addTask {
            let start = clock.now
            _ = try await client.accessToken()
            return start.duration(to: clock.now)
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }.sorted()
      }
    }
    #expect(waits == Array(repeating: .zero, count: 9) + [.seconds(1)])
  }

  @Test func `a good token serves on where its early renewal fails, which is tried again`()
    async throws
  {
    let clock = clock
    let pbx = StubPBX(clock: clock, latency: .zero)
    let client = try Bench.client(pbx.transport, clock: clock)
    try await executor.run {
      _ = try await client.accessToken()
      try await clock.sleep(for: .seconds(1500))
      pbx.state.withLock { $0.failures = [.connection("reset")] }
      #expect(try await client.accessToken() == "token-1")
      #expect(try await client.accessToken() == "token-1")
      try await clock.sleep(for: .seconds(20))
      #expect(try await client.accessToken() == "token-2")
    }
  }

  @Test func `another waiter takes over where the one that fetches is cancelled`() async throws {
    let clock = clock
    let pbx = StubPBX(clock: clock, latency: .seconds(10))
    let client = try Bench.client(pbx.transport, clock: clock)
    let (first, others) = try await executor.run {
      try await withThrowingTaskGroup(of: String.self) { others in
        let first = await withTaskGroup(of: PBXError.Cause?.self) { leader in
          leader.addTask {
            do throws(PBXError) {
              _ = try await client.accessToken()
              return nil
            } catch {
              return error.cause
            }
          }
          try? await clock.sleep(for: .seconds(1))
          for _ in 0..<5 { others.addTask { try await client.accessToken() } }
          try? await clock.sleep(for: .seconds(1))
          leader.cancelAll()
          return await leader.next() ?? nil
        }
        return (first, try await others.reduce(into: []) { $0.append($1) })
      }
    }
    #expect(first == .cancelled)
    #expect(others == Array(repeating: "token-1", count: 5))
  }

  @Test func `a waiter that is cancelled leaves at once`() async throws {
    let clock = clock
    let pbx = StubPBX(clock: clock, latency: .seconds(10))
    let client = try Bench.client(pbx.transport, clock: clock)
    let start = clock.now
    let left = try await executor.run {
      await withTaskGroup(of: Void.self) { leader in
        leader.addTask { _ = try? await client.accessToken() }
        try? await clock.sleep(for: .seconds(1))
        return await withTaskGroup(of: Timestamp.self) { waiter in
          waiter.addTask {
            _ = try? await client.accessToken()
            return clock.now
          }
          try? await clock.sleep(for: .seconds(1))
          waiter.cancelAll()
          return await waiter.next()
        }
      }
    }
    #expect(left == start.advanced(by: .seconds(2)))
  }

  @Test func `a call is made again once after a 401, and a second one means not signed in`()
    async throws
  {
    let stub = StubTransport { (request) in
      request.isForToken ? .token("token") : .unauthenticated
    }
    let client = try Bench.client(stub)
    let error = await #expect(throws: PBXError.self) {
      try await client.hold(Hold(extension: "8001"))
    }
    #expect(error?.cause == .notSignedIn)
    #expect(stub.calls.count == 2)
    #expect(stub.tokenRequests.count == 2)
  }

  @Test func `the password serves where the refresh token is refused`() async throws {
    let clock = clock
    let pbx = StubPBX(clock: clock)
    let client = try Bench.client(pbx.transport, clock: clock)
    try await executor.run {
      _ = try await client.accessToken()
      pbx.state.withLock { $0.refreshToken = "another" }
      try await clock.sleep(for: .seconds(1900))
      #expect(try await client.accessToken() == "token-2")
    }
    #expect(pbx.state.withLock { $0.passwordGrants } == 2)
  }

  @Test func `refused credentials are sent once for many calls`() async throws {
    let stub = StubTransport { _ in
      .json(.object(OAuthError.invalidGrant.json), status: 400)
    }
    let clock = SteppedClock()
    let client = try Bench.client(stub, clock: clock)
    for _ in 0..<20 {
      let error = await #expect(throws: PBXError.self) {
        try await client.hold(Hold(extension: "8001"))
      }
      #expect(error?.cause == .wrongCredentials("the username or the password is wrong"))
    }
    #expect(stub.requests.count == 1)
    await #expect(throws: PBXError.self) { try await client.signIn() }
    #expect(stub.requests.count == 2)
    clock.advance(by: .seconds(5))
    await #expect(throws: PBXError.self) { try await client.hold(Hold(extension: "8001")) }
    #expect(stub.requests.count == 3)
  }

  @Test(arguments: [
    HTTPAnswer(status: 502), HTTPAnswer(status: 503), HTTPAnswer(status: 429),
    HTTPAnswer(status: 403), ErrorTests.page,
    HTTPAnswer(status: 200, body: Array("<html>sign in</html>".utf8)),
  ])
  func `a proxy's error at a renewal costs neither the refresh token nor the password`(
    answer: HTTPAnswer
  ) async throws {
    let isOut = Mutex(false)
    let stub = StubTransport { _ in
      isOut.withLock { $0 } ? answer : .token("token", refresh: "refresh")
    }
    let client = try Bench.client(stub)
    _ = try await client.accessToken()
    client.tokenWasRefused("token")
    isOut.withLock { $0 = true }
    await #expect(throws: PBXError.self) { _ = try await client.accessToken() }
    isOut.withLock { $0 = false }
    _ = try await client.accessToken()
    #expect(
      stub.tokenRequests.map { $0.json?["grant_type"] } == [
        "password", "refresh_token", "refresh_token",
      ])
  }

  @Test func `a sign-in takes the password though there is a token`() async throws {
    let stub = StubTransport { _ in .token("token", refresh: "refresh") }
    let client = try Bench.client(stub)
    _ = try await client.accessToken()
    try await client.signIn()
    #expect(stub.tokenRequests.map { $0.json?["grant_type"] } == ["password", "password"])
  }

  @Test func `a token request is the one that is documented`() async throws {
    let stub = StubTransport { _ in .token("token", refresh: "refresh") }
    let client = try Bench.client(stub)
    try await client.signIn()
    client.tokenWasRefused("another")
    #expect(try await client.accessToken() == "token")
    client.tokenWasRefused("token")
    _ = try await client.accessToken()
    #expect(stub.requests.map(\.method) == [.post, .post])
    #expect(
      Set(stub.requests.map(\.url)) == ["https://pbx.example:8443/dscom-api/public/oauth/token"])
    #expect(stub.requests.allSatisfy { $0.bearer == nil })
    #expect(
      stub.requests.map(\.json) == [
        [
          "grant_type": "password", "client_id": 4, "client_secret": .string(Bench.secret),
          "username": "qa", "password": .string(Bench.password), "scope": "*",
        ],
        [
          "grant_type": "refresh_token", "refresh_token": "refresh", "client_id": 4,
          "client_secret": .string(Bench.secret), "scope": "",
        ],
      ])
  }
}
