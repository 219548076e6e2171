package import PBXModel

/// A clock that stands still while anything runs, and jumps to the next timer when all wait.
package struct VirtualClock: AdvancingClock {
  package typealias Instant = Timestamp

  package let executor: VirtualExecutor

  package init(executor: VirtualExecutor) {
    self.executor = executor
  }

  package var now: Timestamp { executor.now }
  package var minimumResolution: Duration { .nanoseconds(1) }

  /// Waits until a moment of virtual time.
  ///
  /// Throws `CancellationError` as soon as the task is cancelled, from whatever thread.
  package func sleep(until deadline: Timestamp, tolerance: Duration?) async throws {
    try await executor.sleep(until: deadline)
  }

  /// Waits: while it does, the clock jumps to whatever happens meanwhile.
  package func advance(by duration: Duration) async {
    try? await sleep(for: duration)
  }
}
