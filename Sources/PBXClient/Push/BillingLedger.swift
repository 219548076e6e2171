package import PBXModel

/// Which billing records were given: decides what of a message or of a list is new.
///
/// Identical rows are counted. A row that a list showed first leaves a credit: the next push of its
/// kind is taken for the same row. So no row is ever given twice, whichever shows it first and
/// however late the other comes; a push that was wrongly taken for a listed row is found by the
/// next list, which shows one more than was given.
package struct BillingLedger: Sendable {
  private struct Entry: Sendable {
    /// So many were given.
    var given = 0
    /// So many were given from a list and not pushed yet.
    var credit = 0
    /// So many were seen in the list of that number.
    var seen = 0
    var list = 0
  }

  /// What came of a message.
  package struct Intake: Hashable, Sendable {
    package var new: [BillingRecord]
    /// When the earliest call began whose row was taken for a listed one; nil where none was.
    package var earliestMatch: Timestamp?

    package init(new: [BillingRecord] = [], earliestMatch: Timestamp? = nil) {
      self.new = new
      self.earliestMatch = earliestMatch
    }
  }

  /// So many different records are remembered unless told otherwise: a week's of a small PBX, four
  /// hours' of 17 calls a second.
  package static let defaultCapacity = 250_000

  private let zone: PBXTimeZone
  private let capacity: Int
  private var entries: [BillingKey: Entry] = [:]
  private var ages = TimedQueue<BillingKey>()
  private var list = 0
  /// Calls that began before are not remembered: a list gives none of them.
  private var horizon = Timestamp(nanoseconds: .min)

  /// - Parameter capacity: how many different records are remembered. Beyond that those of the
  ///   calls that began first are forgotten, and no list gives a record of their time any more: it
  ///   may miss one, but it gives none twice.
  package init(zone: PBXTimeZone, capacity: Int = defaultCapacity) {
    self.zone = zone
    self.capacity = max(1, capacity)
  }

  /// How many different records are remembered.
  package var count: Int { entries.count }

  /// Takes the records of a message; those are new that no list has shown.
  package mutating func push(_ records: [BillingRecord], at now: Timestamp) -> Intake {
    var intake = Intake()
    for record in records {
      let key = BillingKey(record)
      let began = beginning(of: record) ?? now
      if var entry = entries[key], entry.credit > 0 {
        entry.credit -= 1
        entries[key] = entry
        intake.earliestMatch = min(intake.earliestMatch ?? began, began)
      } else {
        intake.new.append(record)
        if began >= horizon { update(key, began: began) { $0.given += 1 } }
      }
    }
    return intake
  }

  /// Begins a list: its rows are counted from none.
  package mutating func beginList() {
    list += 1
  }

  /// Takes rows of the list that was begun; those are new of which it shows more than were given.
  ///
  /// - Parameters:
  ///   - start: what began before is left out, even where the PBX does not heed the bounds.
  ///   - feedStart: what ended before is not the feed's.
  package mutating func take(
    _ rows: [BillingRecord], since start: Timestamp, endingSince feedStart: Timestamp,
    at now: Timestamp
  ) -> [BillingRecord] {
    let list = list
    return rows.filter { row in
      let began = beginning(of: row) ?? now
      guard began >= start, began >= horizon else { return false }
      if let end = zone.parse(row.text("end")), end < feedStart { return false }
      return update(BillingKey(row), began: began) { entry in
        if entry.list != list { (entry.list, entry.seen) = (list, 0) }
        entry.seen += 1
        guard entry.seen > entry.given else { return false }
        entry.given += 1
        entry.credit += 1
        return true
      }
    }
  }

  /// Forgets the calls that began before a moment, which no list will go back to.
  package mutating func forget(before moment: Timestamp) {
    guard moment > horizon else { return }
    horizon = moment
    while let age = ages.next, age < moment, let oldest = ages.removeFirst() {
      entries[oldest.element] = nil
    }
  }

  private func beginning(of record: BillingRecord) -> Timestamp? {
    zone.parse(record.text("calldate")) ?? zone.parse(record.text("start"))
  }

  private mutating func update<Result>(
    _ key: BillingKey, began: Timestamp, _ change: (inout Entry) -> Result
  ) -> Result {
    if entries[key] == nil { ages.insert(key, at: began) }
    let result = change(&entries[key, default: Entry()])
    if entries.count > capacity, let oldest = ages.removeFirst() {
      entries[oldest.element] = nil
      horizon = max(horizon, oldest.moment.advanced(by: .nanoseconds(1)))
    }
    return result
  }
}
