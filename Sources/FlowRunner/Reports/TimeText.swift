import PBXModel

/// Times as reports show them.
enum TimeText {
  /// Seconds with three decimals, cut off, never rounded up to a time that has not come.
  static func seconds(_ duration: Duration) -> String {
    let milliseconds = max(0, duration.nanoseconds / 1_000_000)
    let fraction = String(milliseconds % 1000)
    return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
  }

  /// `2026-11-22T08:00:00`, in UTC, as XML Schema writes a date and time without a zone.
  static func dateTime(_ moment: Timestamp) -> String {
    String(PBXTimeZone.utc.format(moment).map { $0 == " " ? "T" : $0 })
  }
}
