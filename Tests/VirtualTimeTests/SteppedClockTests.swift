import PBXModel
import Synchronization
import Testing
import VirtualTime

struct SteppedClockTests {
  @Test func `time stands still until it is told to go on`() {
    let clock = SteppedClock()
    #expect(clock.now == .virtualStart)
    clock.advance(by: .seconds(90))
    #expect(clock.now == Timestamp.virtualStart.advanced(by: .seconds(90)))
    clock.advance(by: .seconds(-5))
    #expect(clock.now == Timestamp.virtualStart.advanced(by: .seconds(90)))
  }

  @Test func `who sleeps wakes up when the moment has come, and not before`() async throws {
    let clock = SteppedClock()
    let (events, tell) = AsyncStream<String>.makeStream()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for seconds in [3, 1, 2] {
        group.addTask {
          try await clock.sleep(
            until: Timestamp.virtualStart.advanced(by: .seconds(seconds)), tolerance: nil)
          tell.yield("\(seconds)")
        }
      }
      // Each step wakes at most one, whenever the sleepers have come to sleep.
      var iterator = events.makeAsyncIterator()
      for expected in ["1", "2", "3"] {
        clock.advance(by: .seconds(1))
        #expect(await iterator.next() == expected)
      }
      try await group.waitForAll()
    }
  }

  @Test func `a moment that has come needs no sleep`() async throws {
    try await SteppedClock().sleep(until: .virtualStart, tolerance: nil)
  }

  @Test func `a sleeper that is cancelled wakes up at once`() async {
    let clock = SteppedClock()
    await #expect(throws: CancellationError.self) {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          try await clock.sleep(until: clock.now.advanced(by: .seconds(1)), tolerance: nil)
        }
        group.cancelAll()
        try await group.next()
      }
    }
  }
}
