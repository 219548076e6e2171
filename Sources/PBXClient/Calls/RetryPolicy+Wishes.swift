import PBXModel

extension RetryPolicy {
  /// No PBX may ask for a longer pause.
  static let longestWish = Duration.seconds(30)

  /// The same for an answer that says when it wants to be asked again.
  ///
  /// - Parameter wish: the answer's `Retry-After`, seconds or an HTTP date.
  func pause(
    afterRepeats count: Int, wish: String?, jitter: Double, now: Timestamp
  ) -> Duration? {
    guard let own = pause(afterRepeats: count, jitter: jitter) else { return nil }
    guard let wished = wish.flatMap({ Self.duration(of: $0, now: now) }) else { return own }
    return max(own, min(wished, Self.longestWish))
  }

  private static func duration(of wish: String, now: Timestamp) -> Duration? {
    let text = wish.drop { $0 == " " }
    if let seconds = Int(text) { return seconds >= 0 ? .seconds(min(seconds, 86_400)) : nil }
    return HTTPDate(String(text)).map { now.duration(to: $0.moment) }
  }
}
