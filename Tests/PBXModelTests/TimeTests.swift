import PBXModel
import Testing

struct TimeTests {
  @Test(
    arguments: [
      ("1970-01-01 00:00:00", 0), ("1969-12-31 23:59:59", -1), ("2000-02-29 12:00:00", 951_825_600),
      ("2026-01-05 01:00:00", 1_767_574_800), ("1900-03-01 00:00:00", -2_203_891_200),
      ("0000-01-01 00:00:00", -62_167_219_200), ("9999-12-31 23:59:59", 253_402_300_799),
    ] as [(String, Int64)])
  func `a time is written and read`(text: String, seconds: Int64) throws {
    #expect(LocalDateTime(secondsSinceEpoch: seconds).description == text)
    #expect(LocalDateTime(text)?.secondsSinceEpoch == seconds)
  }

  @Test(arguments: [
    "2026-02-29 00:00:00", "1900-02-29 00:00:00", "2026-13-01 00:00:00", "2026-00-01 00:00:00",
    "2026-01-00 00:00:00", "2026-04-31 00:00:00", "2026-01-01 24:00:00", "2026-01-01 00:60:00",
    "2026-01-01 00:00:60", "2026-01-01", "2026-01-01T00:00:00", "2026-1-1 0:0:0", "",
    "2026-01-01 00:00:00Z", "२०२६-01-01 00:00:00",
  ])
  func `what is no time is not read`(text: String) {
    #expect(LocalDateTime(text) == nil)
  }

  @Test func `every day of four centuries follows the day before`() {
    let day = Int64(86_400)
    var seconds = LocalDateTime("1600-01-01 00:00:00")?.secondsSinceEpoch ?? 0
    var previous = LocalDateTime(secondsSinceEpoch: seconds - day)
    for _ in 0..<146_097 {
      let current = LocalDateTime(secondsSinceEpoch: seconds)
      let isNextDay = current.month == previous.month && current.day == previous.day + 1
      #expect(isNextDay || current.day == 1)
      #expect(current.secondsSinceEpoch == seconds)
      previous = current
      seconds += day
    }
    #expect(previous.description == "1999-12-31 00:00:00")
  }

  @Test func `a zone shifts what its clocks show`() throws {
    let moment = Timestamp.virtualStart
    #expect(PBXTimeZone.utc.format(moment) == "2026-01-05 01:00:00")
    #expect(PBXTimeZone.china.format(moment) == "2026-01-05 09:00:00")
    #expect(PBXTimeZone.china.parse("2026-01-05 09:00:00") == moment)
    let west = try #require(PBXTimeZone("-03:30"))
    #expect(west.format(moment) == "2026-01-04 21:30:00")
    #expect(west.parse("2026-01-04 21:30:00") == moment)
  }

  @Test(arguments: [
    ("0001-01-01 00:00:00", Int64.min), ("9999-12-31 23:59:59", .max),
    ("1677-01-01 00:00:00", .min), ("2262-12-31 00:00:00", .max),
  ])
  func `a time that no moment has is the first or the last one`(text: String, moment: Int64) {
    #expect(PBXTimeZone.china.parse(text) == Timestamp(nanoseconds: moment))
  }

  @Test func `a moment before 1970 is cut downwards`() {
    #expect(Timestamp(nanoseconds: -1).wholeSeconds == -1)
    #expect(Timestamp(nanoseconds: -1_000_000_000).wholeSeconds == -1)
    #expect(Timestamp(nanoseconds: 1_999_999_999).wholeSeconds == 1)
  }

  @Test(arguments: ["+08:00", "-03:30", "+00:00", "+18:00"])
  func `a zone is written as it is read`(text: String) {
    #expect(PBXTimeZone(text)?.description == text)
  }

  @Test(arguments: ["8", "+8:00", "08:00", "+08:60", "+19:00", "+0800", "", "+ab:00"])
  func `what is no zone is not read`(text: String) {
    #expect(PBXTimeZone(text) == nil)
  }

  @Test func `time ends where its numbers do`() {
    let last = Timestamp(nanoseconds: .max)
    let first = Timestamp(nanoseconds: .min)
    #expect(Timestamp.virtualStart.advanced(by: .seconds(9_000_000_000)) == last)
    #expect(Timestamp(nanoseconds: -1).advanced(by: .seconds(-99_000_000_000)) == first)
    #expect(first.duration(to: last) == .nanoseconds(Int64.max))
    #expect(last.duration(to: first) == .nanoseconds(Int64.min))
    #expect(Duration.seconds(Int64.max).nanoseconds == .max)
    #expect(Duration.seconds(Int64.min).nanoseconds == .min)
  }
}
