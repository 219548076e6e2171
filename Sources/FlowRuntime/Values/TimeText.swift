package import PBXModel

/// How moments are written: `2026-11-22 08:00:00`, with milliseconds where there are any.
package enum TimeText {
  package static func format(_ time: Timestamp, in zone: PBXTimeZone = .utc) -> String {
    let text = zone.format(time)
    let milliseconds = (time.nanoseconds - time.wholeSeconds * 1_000_000_000) / 1_000_000
    guard milliseconds > 0 else { return text }
    let digits = String(milliseconds)
    return text + "." + String(repeating: "0", count: 3 - digits.count) + digits
  }
}
