import PBXModel

/// When a call that may be repeated is repeated: a GET, whose repetition changes nothing.
struct RetryPolicy: Hashable, Sendable {
  /// So many times after the first.
  var repeats = 3
  /// The first pause, doubled each time.
  var pause = Duration.milliseconds(250)
  var longestPause = Duration.seconds(4)
  /// No PBX may ask for a longer one.
  var longestWish = Duration.seconds(30)

  /// How long to wait before a call is repeated; nil where it has been often enough.
  ///
  /// - Parameters:
  ///   - count: how many repetitions there were.
  ///   - wish: the answer's `Retry-After`, seconds or an HTTP date.
  ///   - jitter: from 0 to 1, so that many clients do not come back at once.
  func pause(
    afterRepeats count: Int, wish: String? = nil, jitter: Double, now: Timestamp
  ) -> Duration? {
    guard count < repeats else { return nil }
    let full = min(pause * (1 << min(count, 16)), longestPause)
    let own = full * (0.5 + min(max(jitter, 0), 1) / 2)
    guard let wished = wish.flatMap({ Self.duration(of: $0, now: now) }) else { return own }
    return max(own, min(wished, longestWish))
  }

  private static func duration(of wish: String, now: Timestamp) -> Duration? {
    let text = wish.drop { $0 == " " }
    if let seconds = Int(text) { return seconds >= 0 ? .seconds(min(seconds, 86_400)) : nil }
    return HTTPDate(String(text)).map { now.duration(to: $0.moment) }
  }
}
