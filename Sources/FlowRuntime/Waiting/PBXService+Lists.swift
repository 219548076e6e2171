package import PBXModel

/// Lists read to their end.
extension PBXService {
  /// One extension's state; nil where the PBX has no such extension.
  package func endpoint(_ number: String) async throws(PBXError) -> EndpointStatus? {
    let request = ListEndpoints(endpoint: number)
    let page = try await endpointStatus(request)
    if let status = page.rows.first(where: { $0.endpoint == number }) { return status }
    // A full page means that the PBX did not heed the filter.
    guard page.rows.count >= request.pageSize else { return nil }
    return try await allEndpoints().first { $0.endpoint == number }
  }

  /// Every extension's state: `status/endpoint`.
  package func allEndpoints() async throws(PBXError) -> [EndpointStatus] {
    try await rows(of: ListEndpoints()).collect()
  }

  /// Every trunk's state: `status/trunk`.
  package func allTrunks() async throws(PBXError) -> [TrunkStatus] {
    try await rows(of: ListTrunks()).collect()
  }

  /// Every call record that a request selects: `cdr`.
  package func allCallRecords(
    _ request: ListCallRecords
  ) async throws(PBXError) -> [CallRecord] {
    try await rows(of: request).collect()
  }
}
