/// When a request that may be repeated is repeated: a GET, whose repetition changes nothing.
package struct RetryPolicy: Hashable, Sendable {
  /// So many times after the first.
  package var repeats = 3
  /// The first pause, doubled each time.
  package var pause = Duration.milliseconds(250)
  package var longestPause = Duration.seconds(4)

  package init(repeats: Int = 3) {
    self.repeats = repeats
  }

  /// How long to wait before a request is repeated; nil where it has been often enough.
  ///
  /// - Parameters:
  ///   - count: how many repetitions there were.
  ///   - jitter: from 0 to 1, so that many clients do not come back at once.
  package func pause(afterRepeats count: Int, jitter: Double) -> Duration? {
    guard count < repeats else { return nil }
    let full = min(pause * (1 << min(count, 16)), longestPause)
    return full * (0.5 + min(max(jitter, 0), 1) / 2)
  }
}
