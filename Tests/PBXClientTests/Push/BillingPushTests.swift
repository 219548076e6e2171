import PBXClient
import PBXModel
import Testing
import VirtualTime

@Suite struct `A billing push` {
  private func row(_ id: String, at second: Double) -> FakeBillingPBX.Row {
    FakeBillingPBX.Row(
      record: BillingRecord(id, from: .at(second - 1), to: .at(second)), listedAt: .at(second),
      pushedAt: .at(second))
  }

  /// Runs a body on virtual time with the push of a script.
  private func onVirtualTime<Result: Sendable>(
    _ script: FakeBillingPBX.Script = FakeBillingPBX.Script(), failures: [PushFailure] = [],
    _ body: @escaping @Sendable (FakeBillingPBX) async throws -> Result
  ) async throws -> Result {
    let executor = VirtualExecutor()
    let pbx = FakeBillingPBX(
      script, clock: VirtualClock(executor: executor), failures: failures)
    return try await executor.run { try await body(pbx) }
  }

  @Test func `gives records as they come`() async throws {
    let script = FakeBillingPBX.Script(rows: [row("a", at: 5), row("b", at: 100)])
    let (given, log) = try await records(of: script, until: .at(200))
    #expect(given.ids == ["a", "b"])
    #expect(given.times == [.at(5), .at(100)])
    #expect(log.connections == [.at(0)])
    #expect(log.requests.isEmpty)
    #expect(log.closed == 1)
  }

  @Test func `fills a gap from the list`() async throws {
    let script = FakeBillingPBX.Script(
      rows: [row("a", at: 5), row("b", at: 20), row("c", at: 50)], drops: [.at(10)],
      outages: [.at(10)..<Timestamp.at(40)])
    let (given, log) = try await records(of: script, until: .at(100))
    #expect(given.ids == ["a", "b", "c"])
    #expect(log.connections.count == 2)
    #expect(log.requests.count == 2)
  }

  @Test func `reads on between the pages of a long list`() async throws {
    var script = FakeBillingPBX.Script(rows: (0..<3500).map { row("\($0)", at: -1) })
    script.rows += [row("pushed", at: 1.5)]
    script.listDelay = .seconds(1)
    let (given, log) = try await records(of: script, since: .at(-60), until: .at(200))
    #expect(log.requests.prefix(4).map(\.page) == [1, 2, 3, 4])
    let place = try #require(given.ids.firstIndex(of: "pushed"))
    #expect(given.times[place] < .at(2.5))
    #expect(Set(given.ids).count == 3501 && given.ids.count == 3501)
  }

  @Test func `goes on with a long list where the connection breaks off`() async throws {
    var script = FakeBillingPBX.Script(
      rows: (0..<3500).map { row("\($0)", at: -1) } + [row("missed", at: 2.6)],
      drops: [.at(2.5)], outages: [.at(2.5)..<Timestamp.at(2.9)])
    script.listDelay = .seconds(1)
    let (given, log) = try await records(of: script, since: .at(-60), until: .at(200))
    #expect(log.connections.count == 2)
    #expect(log.requests.map(\.page) == [1, 2, 3, 4, 1, 2, 3, 4])
    #expect(Set(given.ids).count == 3501 && given.ids.count == 3501)
  }

  @Test func `waits with jittered backoff between attempts`() async throws {
    let failures = Array(repeating: PushFailure.connection("refused"), count: 4)
    let (_, log) = try await records(of: .init(), until: .at(10), failures: failures)
    #expect(log.usedTokens.count == 5)
    #expect(log.connections == [.at(0.2 + 0.4 + 0.8 + 1.6)])
  }

  @Test func `sends a ping every 20 seconds`() async throws {
    let (_, log) = try await records(of: .init(), until: .at(70))
    #expect(log.sent == (1...3).map { .ping(Array(String($0).utf8)) })
  }

  @Test func `takes a peer that answers no ping for lost`() async throws {
    let script = FakeBillingPBX.Script(answersPings: false)
    let (_, log) = try await records(of: script, until: .at(41))
    #expect(log.connections == [.at(0), .at(40.2)])
    #expect(log.requests.map(\.start) == ["2026-01-05 08:40:00"])
  }

  @Test func `asks for a new token where one is refused`() async throws {
    let (_, log) = try await records(of: .init(), until: .at(1), failures: [.tokenRefused])
    #expect(log.refusedTokens == ["token 0"])
    #expect(log.usedTokens == ["token 0", "token 1"])
    #expect(log.connections == [.at(0)])
  }

  @Test func `reads nothing while its reader is busy, and takes what it missed from the list`()
    async throws
  {
    let script = FakeBillingPBX.Script(
      rows: (1...20).map { row("\($0)", at: Double($0)) }, drops: [.at(15.5)])
    let (given, log) = try await records(of: script, until: .at(200)) { clock in
      try await clock.sleep(for: .seconds(7))
    }
    #expect(given.ids.sorted() == (1...20).map(String.init).sorted())
    #expect(given.times.prefix(3) == [.at(1), .at(8), .at(15)])
    #expect(log.connections == [.at(0), .at(22.2)])
  }

  @Test func `ends with the error of whoever takes the records, and closes`() async throws {
    struct Full: Error {}
    let script = FakeBillingPBX.Script(rows: [row("a", at: 5)])
    try await onVirtualTime(script) { pbx in
      await #expect(throws: Full.self) {
        try await pbx.push().run { _ in throw Full() }
      }
      #expect(pbx.log.closed == 1)
    }
  }

  @Test func `is cancelled as the API's operations are`() async throws {
    try await onVirtualTime { pbx in
      await withTaskGroup(of: PBXError?.self) { group in
        group.addTask {
          do {
            try await pbx.push().run { _ in }
            return nil
          } catch {
            return error as? PBXError
          }
        }
        try? await pbx.clock.sleep(for: .seconds(5))
        group.cancelAll()
        let error = await group.next()
        #expect(error == PBXError(operation: "billing push", cause: .cancelled))
      }
      #expect(pbx.log.closed == 1)
    }
  }

  @Test func `is a feed that pulls`() async throws {
    let script = FakeBillingPBX.Script(
      rows: [row("a", at: 5), row("b", at: 20)], drops: [.at(10)])
    try await onVirtualTime(script) { pbx in
      let feed = try await pbx.push().feed()
      #expect(pbx.log.connections == [.at(0)])
      var ids: [String] = []
      for try await batch in feed {
        ids += batch.map(\.uniqueid)
        if ids.count == 2 { break }
      }
      #expect(ids == ["a", "b"])
      #expect(pbx.clock.now == .at(20))
    }
  }

  @Test func `is no feed where it cannot connect at first`() async throws {
    let failures = Array(repeating: PushFailure.timeout("no answer"), count: 3)
    try await onVirtualTime(failures: failures) { pbx in
      let error = await #expect(throws: PBXError.self) { _ = try await pbx.push().feed() }
      #expect(error == PBXError(operation: "billing push", cause: .timeout("no answer")))
    }
  }

  @Test func `gives one reader records, not several`() async throws {
    try await onVirtualTime(FakeBillingPBX.Script(rows: [row("a", at: 5)])) { pbx in
      try await pbx.push().withRecords { records in
        async let first = records.makeAsyncIterator().pull()
        try await pbx.clock.sleep(for: .seconds(1))
        await #expect(throws: PBXError.self) { try await records.makeAsyncIterator().pull() }
        #expect(try await first?.count == 1)
        #expect(await records.counts.pushed == 1)
      }
    }
  }
}

extension BillingRecords.AsyncIterator {
  /// The next records, of an iterator that nobody else uses.
  func pull() async throws -> [BillingRecord]? {
    var iterator = self
    return try await iterator.next()
  }
}
