import PBXModel

/// Tells whether a record is of a call, or of any call of the test.
struct RecordMatcher {
  private let book: CallBook
  /// Nil where any call of the test will do.
  private let call: TrackedCall?
  private let zone: PBXTimeZone

  init(of callID: Int?, in book: CallBook, zone: PBXTimeZone) {
    self.book = book
    self.call = callID.flatMap { book.call($0) }
    self.zone = zone
  }

  /// By the call's ids, else by both its parties and its time.
  func matches(_ record: CallRecord) -> Bool {
    if let call, call.isRecorded(in: record) { return true }
    // A row that names a call of the test is that call's.
    if book.isNamed(in: record) { return call == nil }
    let candidates = call.map { [$0] } ?? book.calls
    return candidates.contains { call in
      let numbers = call.everybody.map(\.number)
      return numbers.contains(record.source) && numbers.contains(record.destination)
        && record.text("start") >= zone.format(call.beganAt)
    }
  }
}
