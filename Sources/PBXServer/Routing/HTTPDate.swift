import PBXModel
import Synchronization

/// The text of the header `Date` (RFC 9110), made once a second.
final class HTTPDate: Sendable {
  private static let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private let clock: any PBXClock
  private let last = Mutex((second: Int64.min, text: ""))

  init(clock: any PBXClock) {
    self.clock = clock
  }

  var text: String {
    let second = clock.now.nanoseconds / 1_000_000_000
    return last.withLock { last in
      if last.second != second { last = (second, Self.text(ofSecond: second)) }
      return last.text
    }
  }

  /// Such as `Sun, 06 Nov 1994 08:49:37 GMT`.
  static func text(ofSecond second: Int64) -> String {
    let date = LocalDateTime(secondsSinceEpoch: second)
    // `yyyy-MM-dd HH:mm:ss`, of which the day and the time stand in both forms.
    let text = date.description
    let day = days[Int((second / 86_400 % 7 + 7) % 7)]
    let month = months[date.month - 1]
    return "\(day), \(text.dropFirst(8).prefix(2)) \(month) \(text.prefix(4)) \(text.suffix(8)) GMT"
  }
}
