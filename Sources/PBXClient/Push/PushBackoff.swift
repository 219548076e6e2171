/// How long to wait before an attempt: 200 ms at first, twice as long each time, 30 s at most.
package struct PushBackoff: Hashable, Sendable {
  package static let first = Duration.milliseconds(200)
  package static let longest = Duration.seconds(30)

  private var next = first

  package init() {}

  /// The next delay.
  ///
  /// - Parameter jitter: 0 to 1; takes away up to half, so that clients that lost the same PBX do
  ///   not come back in step.
  package mutating func delay(jitter: Double) -> Duration {
    let delay = next
    next = min(next * 2, Self.longest)
    return delay - delay / 2 * min(max(jitter, 0), 1)
  }

  /// Begins again with the shortest delay.
  package mutating func reset() {
    next = Self.first
  }
}
