/// The API core: what every backend can do, one method an operation.
///
/// A backend that lacks an operation does not compile. Every method throws `PBXError` with the
/// operation's name and, where the PBX refused, its error code.
package protocol PBXService: Sendable {
  func dial(_ request: Dial) async throws(PBXError) -> Dial.Answer
  func transfer(_ request: Transfer) async throws(PBXError)
  func cancelAttendedTransfer(_ request: CancelAttendedTransfer) async throws(PBXError)
  func hangup(_ request: Hangup) async throws(PBXError)
  func endpointStatus(_ request: ListEndpoints) async throws(PBXError) -> Page<EndpointStatus>
  func trunkStatus(_ request: ListTrunks) async throws(PBXError) -> Page<TrunkStatus>
  func callRecords(_ request: ListCallRecords) async throws(PBXError) -> Page<CallRecord>
}

/// One page of a list.
///
/// `total` is 0 on many answers that carry rows: a list ends at a page shorter than asked for.
package struct Page<Row: Sendable>: Sendable {
  package var rows: [Row]
  package var total: Int

  package init(rows: [Row], total: Int) {
    self.rows = rows
    self.total = total
  }
}
