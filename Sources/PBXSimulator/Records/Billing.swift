package import PBXModel

extension BillingRecord {
  /// The narrow form of a wide record.
  package init(of record: CallRecord) {
    var json = JSONObject()
    for name in Self.fieldNames { json[name] = record.json[name] }
    self.init(json: json)
  }
}

extension ListBillingRecords {
  /// Rows in the order asked for; those that are alike in it stay as they are.
  func sorted(_ rows: [CallRecord]) -> [CallRecord] {
    let ascending: [CallRecord]
    switch sort {
    case .id: ascending = rows
    case .calldate, .start, .answer, .end:
      let keys = rows.map { $0.text(sort.rawValue) }
      ascending = rows.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }.map { rows[$0] }
    }
    switch order {
    case .ascending: return ascending
    case .descending: return ascending.reversed()
    }
  }
}
