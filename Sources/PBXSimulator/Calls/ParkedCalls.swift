package import PBXModel

/// What `call/parkList` shows.
extension Switchboard {
  /// The parked calls, those that an extension parked where one is given.
  package func parkedCalls(_ request: ListParkedCalls) throws(PBXError) -> Page<ParkedCall> {
    try request.validate()
    return Page(rows: [], total: 0)
  }
}
