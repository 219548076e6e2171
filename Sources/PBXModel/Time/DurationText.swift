/// How durations are written: `1h30m`, `1.5s`, `200ms`.
package enum DurationText {
  private static let units: [(name: String, nanoseconds: Int64)] = [
    ("h", 3_600_000_000_000), ("m", 60_000_000_000), ("s", 1_000_000_000), ("ms", 1_000_000),
  ]

  /// The shortest form that keeps every nanosecond.
  package static func format(_ nanoseconds: Int64) -> String {
    if nanoseconds == 0 { return "0s" }
    let sign = nanoseconds < 0 ? "-" : ""
    var rest = nanoseconds.magnitude
    var text = sign
    for unit in units.prefix(2) {
      let count = rest / UInt64(unit.nanoseconds)
      rest %= UInt64(unit.nanoseconds)
      if count > 0 { text += "\(count)\(unit.name)" }
    }
    if rest == 0 { return text }
    if rest < 1_000_000_000, text == sign {
      return text + fixed(rest, scale: 1_000_000) + "ms"
    }
    return text + fixed(rest, scale: 1_000_000_000) + "s"
  }

  /// The nanoseconds of a text such as `1m30s` or `0.5s`; nil where it is no duration.
  package static func parse(_ text: String) -> Int64? {
    var total: Int64 = 0
    var rest = text[...]
    guard !rest.isEmpty else { return nil }
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      rest = rest.dropFirst(digits.count)
      let name = rest.prefix { $0.isASCII && $0.isLetter }
      rest = rest.dropFirst(name.count)
      guard let unit = units.first(where: { $0.name == name })?.nanoseconds,
        let nanoseconds = scaled(String(digits), by: unit)
      else { return nil }
      let (sum, isOverflow) = total.addingReportingOverflow(nanoseconds)
      if isOverflow { return nil }
      total = sum
    }
    return total
  }

  private static func scaled(_ digits: String, by unit: Int64) -> Int64? {
    if let whole = Int64(digits) {
      let (product, isOverflow) = whole.multipliedReportingOverflow(by: unit)
      return isOverflow ? nil : product
    }
    guard digits.first?.isNumber == true, digits.last?.isNumber == true,
      let number = Double(digits)
    else { return nil }
    return Int64(exactly: (number * Double(unit)).rounded())
  }

  /// A count of nanoseconds as a decimal of a unit, without trailing zeros.
  private static func fixed(_ count: UInt64, scale: UInt64) -> String {
    let fraction = count % scale
    guard fraction > 0 else { return String(count / scale) }
    let width = String(scale).count - 1
    let digits = String(fraction)
    var padded = String(repeating: "0", count: width - digits.count) + digits
    while padded.hasSuffix("0") { padded.removeLast() }
    return "\(count / scale).\(padded)"
  }
}
