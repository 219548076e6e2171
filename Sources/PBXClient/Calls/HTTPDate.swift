import PBXModel

/// A date as HTTP writes it (RFC 9110, section 5.6.7), in today's form or one of the two old ones.
struct HTTPDate: Hashable {
  let moment: Timestamp

  /// Reads `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` or
  /// `Sun Nov  6 08:49:37 1994`; nil for anything else.
  init?(_ text: String) {
    let parts = text.split { " ,-:".contains($0) }.map(String.init)
    let order: (day: Int, month: Int, year: Int, time: Int)
    switch (parts.count, parts.last) {
    case (8, "GMT"): order = (1, 2, 3, 4)
    case (7, _) where parts.last != "GMT": order = (2, 1, 6, 3)
    default: return nil
    }
    guard let day = Int(parts[order.day]),
      let month = Self.months.firstIndex(of: parts[order.month]),
      let year = Self.year(parts[order.year]),
      let hour = Int(parts[order.time]), let minute = Int(parts[order.time + 1]),
      let second = Int(parts[order.time + 2]),
      let date = LocalDateTime(
        year: year, month: month + 1, day: day, hour: hour, minute: minute, second: min(second, 59))
    else { return nil }
    moment = Timestamp(nanoseconds: 0).advanced(by: .seconds(date.secondsSinceEpoch))
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Two digits are of the years 1970 to 2069.
  private static func year(_ text: String) -> Int? {
    guard let number = Int(text), number >= 0 else { return nil }
    if text.utf8.count == 4 { return number }
    return text.utf8.count == 2 ? (number < 70 ? 2000 : 1900) + number : nil
  }
}
