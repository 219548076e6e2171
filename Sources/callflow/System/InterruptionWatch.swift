package import FlowRunner
import Synchronization

/// Remembers what has ended the run from outside and tells whoever must act on it.
package final class InterruptionWatch: Sendable {
  private struct State {
    var interruption: Interruption?
    var action: (@Sendable () -> Void)?
  }

  private let state = Mutex(State())

  package init() {}

  /// The first interruption, if there was one.
  package var interruption: Interruption? { state.withLock { $0.interruption } }

  /// Notes an interruption and acts on it; later ones change nothing.
  package func raise(_ interruption: Interruption) {
    let action = state.withLock { state in
      guard state.interruption == nil else { return nil as (@Sendable () -> Void)? }
      state.interruption = interruption
      return state.action
    }
    action?()
  }

  /// Sets what is done on an interruption; done at once where there was one already.
  package func onInterruption(_ action: @escaping @Sendable () -> Void) {
    let isLate = state.withLock { state in
      state.action = action
      return state.interruption != nil
    }
    if isLate { action() }
  }
}
