/// The API core: what every backend can do, one method an operation.
///
/// A backend that lacks an operation does not compile. Every method throws `PBXError` with the
/// operation's name and, where the PBX refused, its error code.
package protocol PBXService: Sendable {
  /// `POST /api/v1/call/dial`: 600000, 600001.
  func dial(_ request: Dial) async throws(PBXError) -> Dial.Answer
  /// `POST /api/v1/call/transfer`: 600005, 600006.
  func transfer(_ request: Transfer) async throws(PBXError)
  /// `POST /api/v1/call/cancelAtxfer`: 600000, 600007.
  func cancelAttendedTransfer(_ request: CancelAttendedTransfer) async throws(PBXError)
  /// `POST /api/v1/call/hangup`: 600000, 600002.
  func hangup(_ request: Hangup) async throws(PBXError)
  /// `GET /api/v1/status/endpoint`.
  func endpointStatus(_ request: ListEndpoints) async throws(PBXError) -> Page<EndpointStatus>
  /// `GET /api/v1/status/trunk`.
  func trunkStatus(_ request: ListTrunks) async throws(PBXError) -> Page<TrunkStatus>
  /// `GET /api/v1/cdr`.
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
