/// Runs work to its end although the task that asks for it is cancelled.
///
/// A test must be undone however it ends, and a cancelled task can neither sleep nor ask the PBX.
/// Child tasks inherit their parent's cancellation, so the work gets a task of its own; it is
/// awaited here, and so never outlives the caller. It stays on the caller's executor, which keeps
/// it on virtual time.
enum CancellationShield {
  /// - Parameter work: what to do; it learns of the caller's cancellation from the relay.
  static func run<Result: Sendable>(
    _ work: sending @escaping (_ cancellation: CancellationRelay) async -> Result
  ) async -> Result {
    let cancellation = CancellationRelay()
    let executor = withUnsafeCurrentTask { $0?.unownedTaskExecutor?.asTaskExecutor() }
    let task = Task(executorPreference: executor) { await work(cancellation) }
    return await withTaskCancellationHandler {
      await task.value
    } onCancel: {
      cancellation.cancel()
    }
  }
}
