import PBXModel
import Synchronization

/// A wait's request for one snapshot, and the task that is suspended on it.
final class SampleDemand: Sendable {
  /// Sorted, without repetitions.
  let keys: [WatchKey]
  /// When it wants its snapshot.
  let due: Timestamp
  /// Whether a round that another wait brings about before `due` will do.
  let isShareable: Bool

  private enum State {
    case new
    case waiting(CheckedContinuation<Snapshot?, Never>)
    case finished(Snapshot?)

    var isFinished: Bool {
      if case .finished = self { true } else { false }
    }
  }
  private let state = Mutex(State.new)

  init(keys: [WatchKey], due: Timestamp, isShareable: Bool) {
    self.keys = keys
    self.due = due
    self.isShareable = isShareable
  }

  /// Whether nobody waits for it any more.
  var isFinished: Bool { state.withLock { $0.isFinished } }

  /// Suspends until the snapshot is there; nil once the task is cancelled.
  func snapshot() async -> Snapshot? {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let early: Snapshot?? = state.withLock { state in
          if case .finished(let snapshot) = state { return .some(snapshot) }
          state = .waiting(continuation)
          return nil
        }
        if let early { continuation.resume(returning: early) }
      }
    } onCancel: {
      finish(nil)
    }
  }

  /// Ends the suspension; only the first call counts.
  func finish(_ snapshot: Snapshot?) {
    let continuation: CheckedContinuation<Snapshot?, Never>? = state.withLock { state in
      defer { if !state.isFinished { state = .finished(snapshot) } }
      if case .waiting(let continuation) = state { return continuation }
      return nil
    }
    continuation?.resume(returning: snapshot)
  }
}
