/// A PBX's zone as a fixed distance from UTC, and the API's way to write a time in it.
///
/// The API gives no offset with its times, so the zone is a setting.
package struct ZoneOffset: Hashable, Sendable {
  /// East of UTC, in seconds.
  package var seconds: Int64

  package init(seconds: Int64) {
    self.seconds = seconds
  }

  package static let utc = ZoneOffset(seconds: 0)

  /// A moment as `yyyy-MM-dd HH:mm:ss`, cut to the second.
  package func text(_ moment: Timestamp) -> String {
    let local = Self.floorDivide(moment.nanoseconds, 1_000_000_000) + seconds
    let day = Self.floorDivide(local, 86_400)
    let second = local - day * 86_400
    let (year, month, dayOfMonth) = Self.date(ofDay: day)
    return Self.padded(year, 4) + "-" + Self.padded(month, 2) + "-" + Self.padded(dayOfMonth, 2)
      + " " + Self.padded(second / 3600, 2) + ":" + Self.padded(second / 60 % 60, 2) + ":"
      + Self.padded(second % 60, 2)
  }

  /// The moment that a text of the form `yyyy-MM-dd HH:mm:ss` names; nil for any other text.
  package func moment(_ text: String) -> Timestamp? {
    let bytes = Array(text.utf8)
    guard bytes.count == 19 else { return nil }
    for (index, mark) in [(4, "-"), (7, "-"), (10, " "), (13, ":"), (16, ":")] {
      guard bytes[index] == mark.utf8.first else { return nil }
    }
    var numbers: [Int64] = []
    for range in [0..<4, 5..<7, 8..<10, 11..<13, 14..<16, 17..<19] {
      guard let number = Self.number(bytes[range]) else { return nil }
      numbers.append(number)
    }
    guard (1...12).contains(numbers[1]), (1...31).contains(numbers[2]), numbers[3] < 24,
      numbers[4] < 60, numbers[5] < 60
    else { return nil }
    let day = Self.day(ofYear: numbers[0], month: numbers[1], day: numbers[2])
    let local = day * 86_400 + numbers[3] * 3600 + numbers[4] * 60 + numbers[5]
    return Timestamp(nanoseconds: (local - seconds) * 1_000_000_000)
  }

  /// The date of a day counted from 1970-01-01, in the Gregorian calendar.
  ///
  /// Years are counted from March, so that the leap day is a year's last one.
  private static func date(ofDay day: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let shifted = day + 719_468
    let era = floorDivide(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let dayOfMonth = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfMonth)
  }

  /// The day counted from 1970-01-01 of a date.
  private static func day(ofYear year: Int64, month: Int64, day: Int64) -> Int64 {
    let fromMarch = month <= 2 ? year - 1 : year
    let era = floorDivide(fromMarch, 400)
    let yearOfEra = fromMarch - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func floorDivide(_ left: Int64, _ right: Int64) -> Int64 {
    left >= 0 ? left / right : (left + 1) / right - 1
  }

  private static func padded(_ number: Int64, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int64? {
    var number: Int64 = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      number = number * 10 + Int64(digit - UInt8(ascii: "0"))
    }
    return number
  }
}
