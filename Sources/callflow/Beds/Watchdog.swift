import FlowRunner

/// Ends what never waits: a limit in real time, and the interruption of the run.
struct Watchdog: Sendable {
  private let deadline: Int64?
  private let interruptions: InterruptionWatch

  /// Starts now.
  init(limit: Duration?, interruptions: InterruptionWatch) {
    deadline = limit.map {
      SystemTime.monotonicNanoseconds() + $0.components.seconds * 1_000_000_000
    }
    self.interruptions = interruptions
  }

  var isExpired: Bool {
    if interruptions.interruption != nil { return true }
    guard let deadline else { return false }
    return SystemTime.monotonicNanoseconds() >= deadline
  }
}
