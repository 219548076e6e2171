/// Ends in real time what computes without an end: asked whenever the machine's fuel runs out.
package protocol Watchdog: Sendable {
  /// Why the script may not go on; nil while it may.
  var expiry: Expiry? { get }
  /// From now on the `teardown` has a time of its own, in real time, whatever was used up before.
  func beginTeardown(limit: Duration)
}

/// Why a script may not go on.
package enum Expiry: Hashable, Sendable {
  /// The test has used up the real time that it may take.
  case realTime(limit: Duration)
  /// A test that was ended early has used up the time for its `teardown`.
  case teardown(limit: Duration)
  /// The user wants no more of it.
  case interrupted

  /// What the script fails with.
  var problem: RuntimeProblem {
    switch self {
    case .realTime(let limit): .watchdog(limit: limit)
    case .teardown(let limit): .teardownTimeout(limit: limit)
    case .interrupted: .interrupted
    }
  }
}

/// Lets everything go on for as long as it likes.
package struct Unwatched: Watchdog {
  package init() {}
  package var expiry: Expiry? { nil }
  package func beginTeardown(limit: Duration) {}
}
