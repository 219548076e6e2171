import Dispatch
import Synchronization

/// Runs an asynchronous body from a thread that may block: the main thread of the process.
func runBlocking<Result: Sendable>(_ body: @escaping @Sendable () async -> Result) -> Result {
  let box = ResultBox<Result>()
  Task { box.fill(await body()) }
  return box.take()
}

/// Hands one result from a task to a blocked thread.
private final class ResultBox<Result: Sendable>: Sendable {
  private let result = Mutex<Result?>(nil)
  private let isFilled = DispatchSemaphore(value: 0)

  func fill(_ value: Result) {
    result.withLock { $0 = value }
    isFilled.signal()
  }

  func take() -> Result {
    while true {
      isFilled.wait()
      if let value = result.withLock({ $0 }) { return value }
    }
  }
}
