import PBXModel
import Synchronization
import Testing
import VirtualTime

struct VirtualExecutorTests {
  @Test func `ten virtual hours pass while nothing is awaited from outside`() async throws {
    let executor = VirtualExecutor()
    let clock: any PBXClock = VirtualClock(executor: executor)
    let elapsed = try await executor.run {
      let start = clock.now
      for _ in 0..<3600 { try await clock.sleep(for: .seconds(10)) }
      return start.duration(to: clock.now)
    }
    #expect(elapsed == .seconds(36_000))
  }

  @Test(arguments: [UInt64(1), 2, 99])
  func `the same seed gives the same order of events`(seed: UInt64) async throws {
    let first = try await trace(seed: seed)
    let second = try await trace(seed: seed)
    #expect(first == second)
    #expect(first.count == 50 * 20)
    #expect(try await trace(seed: seed + 1) != first)
  }

  /// Fifty tasks that sleep for times from a seed; which of them woke, in order.
  private func trace(seed: UInt64) async throws -> [Int] {
    let executor = VirtualExecutor()
    let clock: any PBXClock = VirtualClock(executor: executor)
    return try await executor.run {
      let log = EventLog()
      try await withThrowingTaskGroup(of: Void.self) { group in
        for task in 0..<50 {
          group.addTask {
            var random = UInt64(task + 1) &* (seed &* 0x9E37_79B9_7F4A_7C15 | 1)
            for _ in 0..<20 {
              random ^= random << 13
              random ^= random >> 7
              random ^= random << 17
              try await clock.sleep(for: .milliseconds(Int(random % 5000)))
              await log.append(task)
            }
          }
        }
        try await group.waitForAll()
      }
      return await log.events
    }
  }

  private actor EventLog {
    private(set) var events: [Int] = []

    func append(_ event: Int) { events.append(event) }
  }

  @Test func `timers of one instant fire in the order they were set`() async throws {
    let executor = VirtualExecutor()
    let clock: any PBXClock = VirtualClock(executor: executor)
    let order = try await executor.run {
      let log = EventLog()
      await withTaskGroup(of: Void.self) { group in
        for task in 0..<20 {
          group.addTask {
            try? await clock.sleep(for: .seconds(1))
            await log.append(task)
          }
        }
      }
      return await log.events
    }
    #expect(order == Array(0..<20))
  }

  @Test func `a cancelled sleep ends at once, and time does not move for it`() async throws {
    let executor = VirtualExecutor()
    let clock: any PBXClock = VirtualClock(executor: executor)
    let elapsed = try await executor.run {
      let start = clock.now
      await withTaskGroup(of: Bool.self) { group in
        group.addTask { (try? await clock.sleep(for: .seconds(1000))) == nil }
        group.addTask { (try? await clock.sleep(for: .seconds(1))) != nil }
        #expect(await group.next() == true)
        group.cancelAll()
        #expect(await group.next() == true)
      }
      return start.duration(to: clock.now)
    }
    #expect(elapsed == .seconds(1))
  }

  @Test func `cancellation from outside wakes a sleeper`() async throws {
    let executor = VirtualExecutor()
    let clock: any PBXClock = VirtualClock(executor: executor)
    let (started, announce) = AsyncStream<Void>.makeStream()
    let ended = await withTaskGroup(of: Bool.self) { group in
      group.addTask {
        do {
          // A sleep after a sleep, so that it never ends by itself.
          try await executor.run {
            announce.yield()
            while true { try await clock.sleep(for: .seconds(1)) }
          }
          return false
        } catch {
          return error is CancellationError
        }
      }
      for await _ in started { break }
      group.cancelAll()
      return await group.next() ?? false
    }
    #expect(ended)
  }

  @Test func `waiting for what cannot come is thrown as a deadlock`() async throws {
    let executor = VirtualExecutor()
    let clock: any PBXClock = VirtualClock(executor: executor)
    let (stream, continuation) = AsyncStream<Int>.makeStream()
    await #expect(
      throws: VirtualDeadlock(moment: Timestamp.virtualStart.advanced(by: .seconds(3)))
    ) {
      try await executor.run {
        try await clock.sleep(for: .seconds(3))
        for await _ in stream {}
      }
    }
    continuation.finish()
  }

  @Test func `a deadlocked body is cancelled and may still tidy up`() async throws {
    let executor = VirtualExecutor()
    let clock: any PBXClock = VirtualClock(executor: executor)
    let (stream, continuation) = AsyncStream<Int>.makeStream()
    let isTidy = Mutex(false)
    await #expect(throws: VirtualDeadlock.self) {
      try await executor.run {
        for await _ in stream {}
        let isWoken = (try? await clock.sleep(for: .seconds(1))) == nil
        isTidy.withLock { $0 = Task.isCancelled && isWoken }
      }
    }
    continuation.finish()
    #expect(isTidy.withLock { $0 })
  }

  @Test func `a body that heeds no cancellation is left behind`() async throws {
    let executor = VirtualExecutor()
    let waiting = Mutex<CheckedContinuation<Void, Never>?>(nil)
    await #expect(throws: VirtualDeadlock.self) {
      try await executor.run {
        await withCheckedContinuation { continuation in
          waiting.withLock { $0 = continuation }
        }
      }
    }
    waiting.withLock { $0?.resume() }
  }

  @Test func `an error of the body is thrown to who ran it`() async throws {
    struct Refusal: Error {}
    let executor = VirtualExecutor()
    await #expect(throws: Refusal.self) {
      try await executor.run { throw Refusal() }
    }
    #expect(try await executor.run { 7 } == 7)
  }
}
