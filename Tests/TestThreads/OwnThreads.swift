import Foundation
package import Testing

/// Runs tests on threads of their own: those that block, and those that somebody outside waits for,
/// such as the peer of a socket.
///
/// The threads of the pool are as few as the machine's processors, and every other test computes on
/// them. Behind those a test comes too late for its peer's time-outs, and two tests that block stop
/// all others.
package struct OwnThreads: SuiteTrait, TestTrait, TestScoping {
  package var isRecursive: Bool { true }

  @concurrent
  package func provideScope(
    for test: Test, testCase: Test.Case?,
    performing function: @Sendable @concurrent () async throws -> Void
  ) async throws {
    try await withTaskExecutorPreference(ThreadForEachJob()) { try await function() }
  }
}

extension Trait where Self == OwnThreads {
  package static var ownThreads: OwnThreads { OwnThreads() }
}

/// Never short of a thread, whatever the others do.
private final class ThreadForEachJob: TaskExecutor {
  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let executor = asUnownedTaskExecutor()
    Thread.detachNewThread {
      withExtendedLifetime(self) { job.runSynchronously(on: executor) }
    }
  }
}
