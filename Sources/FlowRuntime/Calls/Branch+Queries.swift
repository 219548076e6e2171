package import PBXModel

/// What queries read; inside a wait they read the samples that it shares.
extension Branch {
  /// One extension's state.
  package func endpoint(_ number: String) async throws(RuntimeFailure) -> Value {
    let status: EndpointStatus?
    if conditionWait == nil {
      status = try await ask { (service) async throws(PBXError) in
        try await service.endpoint(number)
      }
    } else {
      status = try await currentSnapshot([.endpoint(number)]).endpoint(number)
    }
    guard let status else { throw await unknownExtension(number) }
    return .record(status)
  }

  /// Every extension's state.
  package func endpoints() async throws(RuntimeFailure) -> Value {
    guard conditionWait == nil else {
      return .list(try await currentSnapshot([.endpoints]).endpoints.map { .record($0) })
    }
    let rows = try await ask { (service) async throws(PBXError) in
      try await service.allEndpoints()
    }
    return .list(rows.map { .record($0) })
  }

  /// The call records that a request selects; where it names no start, those of the test's own
  /// time, and where it names no end, those up to now.
  package func callRecords(_ request: ListCallRecords) async throws(RuntimeFailure) -> Value {
    var request = request
    request.start = request.start ?? ownRecords.start
    guard conditionWait == nil else {
      let rows = try await currentSnapshot([.records(request)]).records(request) ?? []
      return .list(rows.map { .record($0) })
    }
    let rows = try await ask { [request] (service) async throws(PBXError) in
      try await service.allCallRecords(request)
    }
    return .list(rows.map { .record($0) })
  }

  /// Whom a number hears and who hears it; inconclusive where there is no lab to tell.
  package func audio(of number: String) async throws(RuntimeFailure) -> Value {
    .record(
      try await performInLab(naming: [number], steers: false) { (lab) async throws(PBXError) in
        try await lab.audio(of: number)
      })
  }
}
