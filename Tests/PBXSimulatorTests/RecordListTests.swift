import PBXModel
import Testing

@testable import PBXSimulator

@Suite struct `A list of records` {
  @Test(arguments: [("08:00:00", 0), ("08:00:02", 1), ("08:00:04", 1), ("08:00:05", 3)])
  func `leaves out only what comes before all that is asked for`(start: String, dropped: Int) {
    var records = RecordList()
    // The second call ended before the third, and began after it.
    for date in ["08:00:01", "08:00:04", "08:00:02", "08:00:05"] {
      records.append(CallRecord(json: ["calldate": .string(date)]))
    }
    #expect(records.dropping(before: start).count == records.count - dropped)
    #expect(records.dropping(before: nil).count == records.count)
  }
}
