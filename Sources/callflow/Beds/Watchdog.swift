import PBXModel

/// Ends what never waits: a limit in real time.
struct Watchdog: Sendable {
  private let deadline: Int64?

  /// Starts now; never ends anything where there is no limit.
  init(limit: Duration?) {
    deadline = limit.map {
      SystemTime.monotonicNanoseconds() + $0.nanoseconds
    }
  }

  var isExpired: Bool {
    guard let deadline else { return false }
    return SystemTime.monotonicNanoseconds() >= deadline
  }
}
