package import PBXModel
import Synchronization

/// A clock that stands still until it is told to go on.
package final class SteppedClock: AdvancingClock {
  package typealias Instant = Timestamp

  private struct State {
    var now: Timestamp
    var lastID = 0
    var sleepers: [Int: (deadline: Timestamp, continuation: UnsafeContinuation<Bool, Never>)] = [:]
  }

  private let state: Mutex<State>

  package init(startingAt start: Timestamp = .virtualStart) {
    state = Mutex(State(now: start))
  }

  package var now: Timestamp { state.withLock { $0.now } }
  package var minimumResolution: Duration { .nanoseconds(1) }

  /// Moves the time on; the sleepers whose moment has come wake up, the earliest first.
  package func advance(by duration: Duration) {
    let due = state.withLock { state in
      state.now = max(state.now, state.now.advanced(by: duration))
      let due = state.sleepers.filter { $0.value.deadline <= state.now }
        .sorted { ($0.value.deadline, $0.key) < ($1.value.deadline, $1.key) }
      for sleeper in due { state.sleepers[sleeper.key] = nil }
      return due.map(\.value.continuation)
    }
    for continuation in due { continuation.resume(returning: true) }
  }

  /// Waits until a moment; throws `CancellationError` as soon as the task is cancelled.
  package func sleep(until deadline: Timestamp, tolerance: Duration?) async throws {
    let id = state.withLock { state in
      state.lastID += 1
      return state.lastID
    }
    let isDue = await withTaskCancellationHandler {
      await withUnsafeContinuation { continuation in
        let outcome: Bool? = state.withLock { state in
          // Looked at under the lock: a cancellation comes before this, or finds the sleeper.
          if Task.isCancelled { return false }
          if deadline <= state.now { return true }
          state.sleepers[id] = (deadline, continuation)
          return nil
        }
        if let outcome { continuation.resume(returning: outcome) }
      }
    } onCancel: {
      let sleeper = state.withLock { $0.sleepers.removeValue(forKey: id) }
      sleeper?.continuation.resume(returning: false)
    }
    if !isDue { throw CancellationError() }
  }
}
