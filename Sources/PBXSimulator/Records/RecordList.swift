import PBXModel

/// The call records in the order in which the calls ended.
struct RecordList {
  private(set) var all: [CallRecord] = []
  /// For each record, the latest `calldate` up to it: calls end in nearly the order they began.
  private var latestDates: [String] = []

  var count: Int { all.count }

  mutating func append(_ record: CallRecord) {
    all.append(record)
    latestDates.append(max(latestDates.last ?? "", record.text("calldate")))
  }

  /// The records without those at the front that are all from before a time.
  func dropping(before start: String?) -> ArraySlice<CallRecord> {
    guard let start else { return all[...] }
    var (low, high) = (0, all.count)
    while low < high {
      let middle = (low + high) / 2
      if latestDates[middle] < start { low = middle + 1 } else { high = middle }
    }
    return all[low...]
  }
}
