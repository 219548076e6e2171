package import PBXModel
import Synchronization

/// Runs tasks on virtual time: one thread, one queue in the order of arrival, one heap of timers.
///
/// When the queue is empty, the clock jumps to the next timer. As everything runs on one thread
/// and in a fixed order, the same work gives the same order of events each time. What stays on
/// it: child tasks, actors, streams and the sleeps of `VirtualClock`. What leaves it: sleeps on the
/// language's own clocks, detached tasks and the main actor; to it they look like a deadlock.
package final class VirtualExecutor: TaskExecutor, SerialExecutor {
  /// What the thread does next.
  private enum Work {
    case job(UnownedJob)
    case wake(UnsafeContinuation<Void, any Error>, isCancelled: Bool)
    case none
  }

  private struct State {
    var queue: [Work] = []
    /// Where the queue begins: what stands before it has run.
    var head = 0
    var timers = TimedQueue<UInt64>()
    /// The sleepers by timer; a timer without one was cancelled.
    var sleepers: [UInt64: UnsafeContinuation<Void, any Error>] = [:]
    var now: Timestamp
    var lastTimer: UInt64 = 0
  }

  private let state: Mutex<State>

  /// Starts the clock at a fixed moment.
  package init(startingAt start: Timestamp = .virtualStart) {
    state = Mutex(State(now: start))
  }

  package var now: Timestamp { state.withLock { $0.now } }

  /// Adds a job to the queue; called by the language.
  package func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    state.withLock { $0.queue.append(.job(job)) }
  }

  /// Runs a body and all its child tasks on virtual time, on a thread of its own.
  ///
  /// The caller only waits, no thread of the pool is held; cancelling it cancels the body. Where
  /// everything waits for what cannot come, the body is cancelled, and `VirtualDeadlock` is thrown
  /// once it has ended, or at once where it does not heed that. One run at a time.
  package func run<Success: Sendable>(
    _ body: @escaping @Sendable () async throws -> Success
  ) async throws -> Success {
    let outcome = Outcome<Success>()
    let ending = Ending()
    // Unstructured, because a body that is deadlocked for good must be left behind.
    let task = Task(executorPreference: self) {
      do { outcome.result = .success(try await body()) } catch { outcome.result = .failure(error) }
      ending.hasCome.store(true, ordering: .releasing)
    }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        DedicatedThread.start {
          let deadlock = self.drain(
            until: { ending.hasCome.load(ordering: .acquiring) }, onDeadlock: { task.cancel() })
          if let deadlock {
            continuation.resume(throwing: deadlock)
          } else if let result = outcome.result {
            continuation.resume(with: result)
          }
        }
      }
    } onCancel: {
      task.cancel()
    }
  }

  /// Whether the body has ended: asked before every job, and so apart from the generic outcome.
  private final class Ending: Sendable {
    let hasCome = Atomic(false)
  }

  /// Where the body's task leaves what came of it for the thread that drains.
  private final class Outcome<Success: Sendable>: Sendable {
    private let storage = Mutex<Result<Success, any Error>?>(nil)

    var result: Result<Success, any Error>? {
      get { storage.withLock { $0 } }
      set { storage.withLock { $0 = newValue } }
    }
  }

  /// Works off queue and timers until done, or until nothing more can happen.
  ///
  /// The first time that nothing can happen it says so and goes on with what that woke.
  private func drain(
    until isDone: () -> Bool, onDeadlock cancel: () -> Void
  ) -> VirtualDeadlock? {
    let serial = asUnownedSerialExecutor()
    let preferred = asUnownedTaskExecutor()
    var deadlock: VirtualDeadlock?
    while !isDone() {
      switch takeWork() {
      case .job(let job):
        job.runSynchronously(isolatedTo: serial, taskExecutor: preferred)
      case .wake(let sleeper, isCancelled: false):
        sleeper.resume()
      case .wake(let sleeper, isCancelled: true):
        sleeper.resume(throwing: CancellationError())
      case .none:
        guard deadlock == nil else { return deadlock }
        deadlock = VirtualDeadlock(moment: now)
        cancel()
      }
    }
    return deadlock
  }

  private func takeWork() -> Work {
    state.withLock { state in
      if state.head < state.queue.count {
        let work = state.queue[state.head]
        state.head += 1
        Self.compact(&state)
        return work
      }
      while let timer = state.timers.removeFirst() {
        guard let sleeper = state.sleepers.removeValue(forKey: timer.element) else { continue }
        state.now = max(state.now, timer.moment)
        return .wake(sleeper, isCancelled: false)
      }
      return .none
    }
  }

  /// Drops what has run from the front of the queue, rarely enough to cost nothing.
  private static func compact(_ state: inout State) {
    if state.head == state.queue.count {
      state.queue.removeAll(keepingCapacity: true)
      state.head = 0
    } else if state.head > 4096, state.head * 2 > state.queue.count {
      state.queue.removeFirst(state.head)
      state.head = 0
    }
  }

  /// Waits until a moment; throws `CancellationError` as soon as the task is cancelled.
  func sleep(until deadline: Timestamp) async throws {
    let id = state.withLock { state in
      state.lastTimer += 1
      return state.lastTimer
    }
    try await withTaskCancellationHandler {
      try await withUnsafeThrowingContinuation { sleeper in
        let isSet = state.withLock { state in
          // Looked at under the lock: a cancellation comes either before this, and is seen here,
          // or after it, and finds the sleeper.
          guard !Task.isCancelled else { return false }
          state.sleepers[id] = sleeper
          state.timers.insert(id, at: deadline)
          return true
        }
        if !isSet { sleeper.resume(throwing: CancellationError()) }
      }
    } onCancel: {
      // The thread that drains resumes it: between taking it away here and a resumption here, that
      // thread could find nothing to do and call it a deadlock.
      state.withLock { state in
        guard let sleeper = state.sleepers.removeValue(forKey: id) else { return }
        state.queue.append(.wake(sleeper, isCancelled: true))
      }
    }
  }
}
