package import PBXModel

/// What one round of the poller saw; everything in it was asked for after `askedAt`.
package struct Snapshot: Sendable {
  package enum Rows: Sendable {
    /// Nil where the PBX has no such extension.
    case endpoint(EndpointStatus?)
    case endpoints([EndpointStatus])
    case trunks([TrunkStatus])
    case records([CallRecord])
  }

  /// Counts the rounds of a poller from 1.
  package var round: Int
  package var askedAt: Timestamp
  /// Whether any round of the poller so far showed a phone ringing.
  package var hasSeenRinging: Bool
  package var rows: [WatchKey: Result<Rows, PBXError>]

  package init(
    round: Int, askedAt: Timestamp, hasSeenRinging: Bool = false,
    rows: [WatchKey: Result<Rows, PBXError>]
  ) {
    self.round = round
    self.askedAt = askedAt
    self.hasSeenRinging = hasSeenRinging
    self.rows = rows
  }

  /// An extension's sample; nil where the PBX has no such extension, or it was not asked for.
  package func sample(of number: String) -> PartySample? {
    guard let status = endpoint(number) else { return nil }
    return PartySample(status, round: round, askedAt: askedAt)
  }

  package func endpoint(_ number: String) -> EndpointStatus? {
    if case .success(.endpoint(let status))? = rows[.endpoint(number)] { return status }
    return nil
  }

  package var endpoints: [EndpointStatus] {
    if case .success(.endpoints(let rows))? = rows[.endpoints] { return rows }
    return []
  }

  package var trunks: [TrunkStatus] {
    if case .success(.trunks(let rows))? = rows[.trunks] { return rows }
    return []
  }

  /// The call records of a request; nil where they were not asked for.
  package func records(_ request: ListCallRecords) -> [CallRecord]? {
    if case .success(.records(let rows))? = rows[.records(request)] { return rows }
    return nil
  }

  /// The call records of all requests; a record that several list is there several times.
  package var allRecords: [CallRecord] {
    rows.values.flatMap { result -> [CallRecord] in
      if case .success(.records(let rows)) = result { rows } else { [] }
    }
  }

  /// The first request that failed, in the order of the keys.
  package var failure: PBXError? {
    for key in rows.keys.sorted() {
      if case .failure(let error)? = rows[key] { return error }
    }
    return nil
  }
}
