/// A length of time as settings write it: `200ms`, `10s`, `2m`, `4h`.
enum DurationText {
  private static let units: [(name: String, milliseconds: Int)] = [
    ("ms", 1), ("h", 3_600_000), ("m", 60_000), ("s", 1000),
  ]

  /// A month: what is longer is a slip.
  private static let longest = Duration.seconds(30 * 24 * 3600)

  /// Nil for what is no length of time, is nothing, or more than a month.
  static func duration(_ text: String) -> Duration? {
    guard let unit = units.first(where: { text.hasSuffix($0.name) }) else { return nil }
    let digits = text.dropLast(unit.name.count)
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), digits.utf8.count <= 10,
      let count = Int(digits), count > 0
    else { return nil }
    let duration = Duration.milliseconds(count * unit.milliseconds)
    return duration <= longest ? duration : nil
  }

  /// In the largest unit that gives a whole number.
  static func text(of duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    if attoseconds != 0 {
      return "\(seconds * 1000 + attoseconds / 1_000_000_000_000_000)ms"
    }
    if seconds != 0, seconds % 3600 == 0 { return "\(seconds / 3600)h" }
    if seconds != 0, seconds % 60 == 0 { return "\(seconds / 60)m" }
    return "\(seconds)s"
  }
}
