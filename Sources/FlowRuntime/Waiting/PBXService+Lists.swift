package import PBXModel

/// Lists read to their end: a list ends at a page shorter than asked for.
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
    try await allPages { (number, size) async throws(PBXError) in
      try await endpointStatus(ListEndpoints(page: number, pageSize: size))
    }
  }

  /// Every trunk's state: `status/trunk`.
  package func allTrunks() async throws(PBXError) -> [TrunkStatus] {
    try await allPages { (number, size) async throws(PBXError) in
      try await trunkStatus(ListTrunks(page: number, pageSize: size))
    }
  }

  /// Every call record that a request selects: `cdr`.
  package func allCallRecords(
    _ request: ListCallRecords
  ) async throws(PBXError) -> [CallRecord] {
    try await allPages { (number, size) async throws(PBXError) in
      var request = request
      request.page = number
      request.pageSize = size
      return try await callRecords(request)
    }
  }

  private func allPages<Row: Sendable>(
    _ read: (_ page: Int, _ size: Int) async throws(PBXError) -> Page<Row>
  ) async throws(PBXError) -> [Row] {
    let size = 100
    var rows: [Row] = []
    var number = 1
    while true {
      let page = try await read(number, size)
      rows += page.rows
      // A PBX that ignores `pageSize` would answer the same rows for ever.
      if page.rows.count != size { return rows }
      number += 1
    }
  }
}
