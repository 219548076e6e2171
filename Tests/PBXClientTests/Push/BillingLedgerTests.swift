import PBXClient
import PBXModel
import Testing

@Suite struct `The ledger of the push` {
  private let row = BillingRecord("hwd-1.1", from: .at(0), to: .at(60))
  private var ledger = BillingLedger(zone: .china)

  private mutating func push(_ count: Int) -> Int {
    ledger.push(Array(repeating: row, count: count), at: .at(60)).new.count
  }

  private mutating func list(_ count: Int, since start: Timestamp = .at(-600)) -> Int {
    ledger.beginList()
    let rows = Array(repeating: row, count: count)
    return ledger.take(rows, since: start, endingSince: .at(-600), at: .at(61)).count
  }

  @Test mutating func `gives two identical rows that were pushed, and a third that is listed`() {
    #expect(push(2) == 2)
    #expect(list(2) == 0)
    #expect(list(3) == 1)
    #expect(list(3) == 0)
  }

  @Test mutating func `takes a push for the row that a list showed before`() {
    #expect(list(1) == 1)
    let intake = ledger.push([row], at: .at(60))
    #expect(intake == BillingLedger.Intake(new: [], earliestMatch: .at(0)))
    #expect(push(1) == 1)
    #expect(list(2) == 0)
  }

  @Test mutating func `finds with the next list what was taken for a listed row`() {
    #expect(list(1) == 1)
    #expect(push(1) == 0)
    #expect(list(2) == 1)
    #expect(push(1) == 0)
    #expect(list(2) == 0)
  }

  @Test(arguments: ["uniqueid", "linkedid", "channel", "dstchannel", "lastapp", "start", "end"])
  func `tells legs apart by each field of the key`(field: String) {
    var other = row
    other.json[field] = "other"
    #expect(BillingKey(row) != BillingKey(other))
  }

  @Test func `takes a number for the text that it is written as`() {
    var other = row
    other.json["uniqueid"] = 7
    var same = row
    same.json["uniqueid"] = "7"
    same.json["recording"] = "monitor/a.wav"
    #expect(BillingKey(other) == BillingKey(same))
  }

  @Test mutating func `gives nothing from before the bounds of a list`() {
    #expect(list(1, since: .at(1)) == 0)
    ledger.beginList()
    #expect(
      ledger.take([row], since: .at(-600), endingSince: .at(61), at: .at(61)).isEmpty)
  }

  @Test mutating func `forgets what no list will show again`() {
    #expect(push(1) == 1)
    ledger.forget(before: .at(0))
    #expect(ledger.count == 1)
    ledger.forget(before: .at(0.5))
    #expect(ledger.count == 0)
    // Whatever a list shows of that time may have been given.
    #expect(list(1) == 0)
    #expect(push(1) == 1)
    #expect(ledger.count == 0)
  }

  @Test func `forgets the oldest beyond its capacity, and gives nothing of that time again`() {
    var ledger = BillingLedger(zone: .china, capacity: 10)
    let rows = (0..<100).map { index in
      BillingRecord("hwd-\(index)", from: .at(Double(index)), to: .at(200))
    }
    #expect(ledger.push(rows, at: .at(200)).new.count == 100)
    #expect(ledger.count == 10)
    ledger.beginList()
    let listed = ledger.take(rows, since: .at(-600), endingSince: .at(-600), at: .at(200))
    #expect(listed.isEmpty)
    #expect(ledger.count == 10)
  }
}
