import PBXModel
import Synchronization
import Testing
import VirtualTime

@testable import PBXClient

struct RetryTests {
  /// Answers one outcome after the other, then that it was done; and how much time went by.
  private func run(
    _ outcomes: [Result<HTTPAnswer, TransportFailure>],
    _ body: @escaping @Sendable (PBXClient) async throws -> Void
  ) async throws -> (calls: Int, elapsed: Duration, error: PBXError?) {
    let executor = VirtualExecutor()
    let clock = VirtualClock(executor: executor)
    let rest = Mutex(outcomes)
    let (client, stub) = try Bench.client(clock: clock) { (_) async throws(TransportFailure) in
      let next = rest.withLock { $0.isEmpty ? .success(.done) : $0.removeFirst() }
      return try next.get()
    }
    let start = clock.now
    let error = try await executor.run { () -> PBXError? in
      do { try await body(client) } catch let error as PBXError { return error }
      return nil
    }
    return (stub.calls.count, start.duration(to: clock.now), error)
  }

  static let passing: [Result<HTTPAnswer, TransportFailure>] = [
    .failure(.connection("reset")), .success(HTTPAnswer(status: 502)),
    .success(HTTPAnswer(status: 503)), .success(HTTPAnswer(status: 504)),
    .success(HTTPAnswer(status: 429)), .success(HTTPAnswer(status: 408)),
    .success(ErrorTests.page),
  ]

  @Test(arguments: passing)
  func `a GET is repeated`(outcome: Result<HTTPAnswer, TransportFailure>) async throws {
    let run = try await run([outcome, outcome]) {
      _ = try await $0.endpointStatus(ListEndpoints())
    }
    #expect(run.error == nil)
    #expect(run.calls == 3)
    #expect(run.elapsed == .microseconds(562_500))
  }

  @Test(arguments: passing)
  func `a GET is not repeated for ever`(
    outcome: Result<HTTPAnswer, TransportFailure>
  ) async throws {
    let run = try await run(Array(repeating: outcome, count: 9)) {
      _ = try await $0.endpointStatus(ListEndpoints())
    }
    #expect(run.error != nil)
    #expect(run.calls == 4)
  }

  @Test(arguments: passing)
  func `a POST and a PUT are not repeated`(
    outcome: Result<HTTPAnswer, TransportFailure>
  ) async throws {
    let post = try await run([outcome]) { try await $0.hold(Hold(extension: "8001")) }
    #expect(post.error != nil)
    #expect(post.calls == 1)
    let put = try await run([outcome]) {
      try await $0.markVoicemail(MarkVoicemail(id: "1", isRead: "yes"))
    }
    #expect(put.error != nil)
    #expect(put.calls == 1)
  }

  @Test(arguments: [
    Result<HTTPAnswer, TransportFailure>.failure(.timeout("slow")), .failure(.untrusted("x")),
    .failure(.shutDown),
    .success(HTTPAnswer(status: 500)), .success(.code("600001")),
  ])
  func `a GET is not repeated where that would not help`(
    outcome: Result<HTTPAnswer, TransportFailure>
  ) async throws {
    let run = try await run([outcome]) { _ = try await $0.endpointStatus(ListEndpoints()) }
    #expect(run.error != nil)
    #expect(run.calls == 1)
  }

  @Test func `a GET is repeated where there was no connection for its token`() async throws {
    let clock = SteppedClock()
    let pbx = StubPBX(clock: clock, latency: .zero)
    pbx.state.withLock { $0.failures = [.connection("refused")] }
    let client = try Bench.client(pbx.transport, clock: clock)
    async let page = client.parkedCalls(ListParkedCalls())
    while pbx.state.withLock({ !$0.failures.isEmpty }) { await Task.yield() }
    while pbx.issued == 0 {
      clock.advance(by: .seconds(1))
      await Task.yield()
    }
    #expect(try await page.rows.isEmpty)
  }

  @Test func `a PBX says when to come back`() async throws {
    let answer = HTTPAnswer(status: 503, headers: [HTTPField("retry-after", "7")])
    let run = try await run([.success(answer)]) {
      _ = try await $0.endpointStatus(ListEndpoints())
    }
    #expect(run.elapsed == .seconds(7))
  }

  @Test func `a call that is cancelled between two tries ends at once`() async throws {
    let executor = VirtualExecutor()
    let clock = VirtualClock(executor: executor)
    let (client, stub) = try Bench.client(clock: clock) { _ in
      HTTPAnswer(status: 503, headers: [HTTPField("Retry-After", "20")])
    }
    let start = clock.now
    let cause = try await executor.run {
      await withTaskGroup(of: PBXError.Cause?.self) { group in
        group.addTask {
          do throws(PBXError) {
            _ = try await client.endpointStatus(ListEndpoints())
            return nil
          } catch {
            return error.cause
          }
        }
        try? await clock.sleep(for: .seconds(1))
        group.cancelAll()
        return await group.next() ?? nil
      }
    }
    #expect(cause == .cancelled)
    #expect(stub.calls.count == 1)
    #expect(start.duration(to: clock.now) == .seconds(1))
  }

  static let moment =
    Timestamp(nanoseconds: 784_111_777_000_000_000)  // 1994-11-06 08:49:37 UTC

  @Test(arguments: [
    (nil, Duration.milliseconds(250)), ("3", .seconds(3)), ("0", .milliseconds(250)),
    ("3600", .seconds(30)), ("-3", .milliseconds(250)), ("soon", .milliseconds(250)),
    ("99999999999999999999", .milliseconds(250)),
    ("Sun, 06 Nov 1994 08:49:47 GMT", .seconds(10)),
    ("Sunday, 06-Nov-94 08:49:47 GMT", .seconds(10)),
    ("Sun Nov  6 08:49:47 1994", .seconds(10)),
    ("Sun, 06 Nov 1994 08:49:27 GMT", .milliseconds(250)),
    ("Sun, 06 Nov 2094 08:49:27 GMT", .seconds(30)),
    ("Sun, 31 Feb 1994 08:49:27 GMT", .milliseconds(250)),
  ])
  func `the first pause is what the PBX wishes, within bounds`(
    wish: String?, pause: Duration
  ) {
    #expect(
      RetryPolicy().pause(afterRepeats: 0, wish: wish, jitter: 1, now: Self.moment) == pause)
  }

  @Test func `pauses double up to the longest one, and differ by half`() {
    let policy = RetryPolicy(repeats: 8)
    func pauses(_ jitter: Double) -> [Duration?] {
      (0...8).map {
        policy.pause(afterRepeats: $0, jitter: jitter)
      }
    }
    #expect(
      pauses(1) == [
        .milliseconds(250), .milliseconds(500), .seconds(1), .seconds(2), .seconds(4),
        .seconds(4), .seconds(4), .seconds(4), nil,
      ])
    #expect(pauses(0)[0] == .milliseconds(125))
    #expect(pauses(0)[4] == .seconds(2))
  }
}
