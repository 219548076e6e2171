/// A moment, in nanoseconds since 1970-01-01 00:00:00 UTC.
package struct Timestamp: InstantProtocol, Hashable, Sendable {
  package var nanoseconds: Int64

  package init(nanoseconds: Int64) {
    self.nanoseconds = nanoseconds
  }

  /// The moment that long after this one.
  package func advanced(by duration: Duration) -> Timestamp {
    Timestamp(nanoseconds: nanoseconds + duration.nanoseconds)
  }

  /// How long it is from this moment to another one, below zero where that is earlier.
  package func duration(to other: Timestamp) -> Duration {
    .nanoseconds(other.nanoseconds - nanoseconds)
  }

  /// 2026-01-05 09:00:00 at +08:00, where virtual time begins unless it is told otherwise.
  package static let virtualStart = Timestamp(nanoseconds: 1_767_574_800_000_000_000)

  package static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.nanoseconds < right.nanoseconds
  }
}

extension Duration {
  /// The whole duration in nanoseconds, what is finer cut off.
  package var nanoseconds: Int64 {
    components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000
  }
}
