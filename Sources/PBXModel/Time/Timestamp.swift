/// A moment, in nanoseconds since 1970-01-01 00:00:00 UTC.
package struct Timestamp: InstantProtocol, Hashable, Sendable {
  package var nanoseconds: Int64

  package init(nanoseconds: Int64) {
    self.nanoseconds = nanoseconds
  }

  /// The moment that long after this one; the last or the first that there is where it would be
  /// beyond them, because a script may name any duration.
  package func advanced(by duration: Duration) -> Timestamp {
    let step = duration.nanoseconds
    let (sum, isOverflow) = nanoseconds.addingReportingOverflow(step)
    return Timestamp(nanoseconds: isOverflow ? (step < 0 ? .min : .max) : sum)
  }

  /// How long it is from this moment to another one, below zero where that is earlier; the longest
  /// that there is where it would be longer.
  package func duration(to other: Timestamp) -> Duration {
    let (span, isOverflow) = other.nanoseconds.subtractingReportingOverflow(nanoseconds)
    return .nanoseconds(isOverflow ? (other < self ? .min : .max) : span)
  }

  /// 2026-01-05 09:00:00 at +08:00, where virtual time begins unless it is told otherwise.
  package static let virtualStart = Timestamp(nanoseconds: 1_767_574_800_000_000_000)

  package static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.nanoseconds < right.nanoseconds
  }
}

extension Duration {
  /// The whole duration in nanoseconds, what is finer cut off; beyond 292 years the longest that
  /// fits.
  package var nanoseconds: Int64 {
    let (seconds, attoseconds) = components
    let (whole, isOverflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    let (sum, isCarried) = whole.addingReportingOverflow(attoseconds / 1_000_000_000)
    return isOverflow || isCarried ? (seconds < 0 ? .min : .max) : sum
  }
}
