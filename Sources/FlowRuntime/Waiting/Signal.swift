import Synchronization

/// Wakes one task; a signal that is raised while nobody waits is kept.
final class Signal: Sendable {
  private enum State {
    case lowered
    case raised
    case waiting(CheckedContinuation<Void, Never>)
  }
  private let state = Mutex(State.lowered)

  func raise() {
    let continuation: CheckedContinuation<Void, Never>? = state.withLock { state in
      let before = state
      state = .raised
      if case .waiting(let continuation) = before { return continuation }
      return nil
    }
    continuation?.resume()
  }

  func lower() {
    state.withLock { state in
      if case .raised = state { state = .lowered }
    }
  }

  /// Suspends until the signal is raised or the task is cancelled.
  func wait() async {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isRaised = state.withLock { state in
          if case .raised = state { return true }
          state = .waiting(continuation)
          return false
        }
        if isRaised { continuation.resume() }
      }
    } onCancel: {
      raise()
    }
  }
}
