import FlowRuntime
import PBXModel
import RealWorld
import Synchronization

/// Ends a test that takes longer than it may, in real time.
final class RealTimeLimit: Watchdog {
  private struct State {
    /// On the clock that only ever goes forward; nil where there is no limit.
    var deadline: Int64?
    var expiry: Expiry?
    var isInTeardown = false
  }

  private let state: Mutex<State>

  /// Starts now; never ends anything where there is no limit.
  init(_ limit: Duration?) {
    state = Mutex(
      State(deadline: limit.map(Self.moment(in:)), expiry: limit.map { .realTime(limit: $0) }))
  }

  var expiry: Expiry? {
    state.withLock { state in
      guard let deadline = state.deadline, SystemTime.monotonicNanoseconds() >= deadline
      else { return nil }
      return state.expiry
    }
  }

  /// The test's time is over, as its own timer has found.
  func expire() {
    state.withLock { state in
      if !state.isInTeardown { state.deadline = SystemTime.monotonicNanoseconds() }
    }
  }

  func beginTeardown(limit: Duration) {
    state.withLock { state in
      state = State(
        deadline: Self.moment(in: limit), expiry: .teardown(limit: limit), isInTeardown: true)
    }
  }

  private static func moment(in duration: Duration) -> Int64 {
    SystemTime.monotonicNanoseconds() + duration.nanoseconds
  }
}
