import FlowDiagnostics
import FlowRuntime

/// Computes the exit code from the same events as every report.
struct StatusRecorder: Sendable {
  private(set) var status = RunStatus.passed

  mutating func record(_ event: RunEvent) {
    switch event {
    case .runStarted, .testStarted, .execution, .interrupted, .testSkipped:
      break
    case .diagnosed(_, let diagnostics):
      if diagnostics.contains(where: { $0.severity == .error }) { add(.invalid) }
    case .problem(let problem):
      add(problem.status)
    case .testEnded(_, let outcome):
      switch outcome.verdict {
      case .passed: break
      case .failed: add(.failed)
      case .inconclusive: add(.inconclusive)
      }
    case .runEnded(let interruption):
      if let interruption { add(interruption.status) }
    }
  }

  private mutating func add(_ other: RunStatus) {
    status = status.combined(with: other)
  }
}
