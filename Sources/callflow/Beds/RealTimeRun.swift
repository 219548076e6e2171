import FlowRuntime
import PBXModel

/// Runs a body in real time and cancels it at a limit; what waits has no fuel to run out of.
struct RealTimeRun {
  let watchdog: RealTimeLimit
  let limit: Duration?

  /// - Parameter limit: real time that the body may take; as long as it likes where it is nil.
  init(limit: Duration?, watchdog: RealTimeLimit) {
    self.limit = limit
    self.watchdog = watchdog
  }

  func run<Result: Sendable>(
    _ environment: Environment, _ body: @escaping @Sendable (Environment) async -> Result
  ) async -> Result {
    guard let limit else { return await body(environment) }
    let task = Task { await body(environment) }
    return await withTaskCancellationHandler {
      let timer = Task {
        guard (try? await environment.clock.sleep(for: limit)) != nil else { return }
        watchdog.expire()
        task.cancel()
      }
      defer { timer.cancel() }
      return await task.value
    } onCancel: {
      task.cancel()
    }
  }
}
