package import PBXModel

extension Simulator: PBXService {
  package func dial(_ request: Dial) async throws(PBXError) -> Dial.Answer {
    Dial.Answer(uniqueid: try uniqueid(of: .dial(request), for: Dial.name))
  }

  package func transfer(_ request: Transfer) async throws(PBXError) {
    _ = try react(to: .transfer(request)).get()
  }

  package func cancelAttendedTransfer(
    _ request: CancelAttendedTransfer
  ) async throws(PBXError) {
    _ = try react(to: .cancelAttendedTransfer(request)).get()
  }

  package func hangup(_ request: Hangup) async throws(PBXError) {
    _ = try react(to: .hangup(request)).get()
  }

  package func endpointStatus(
    _ request: ListEndpoints
  ) async throws(PBXError) -> Page<EndpointStatus> {
    try current().endpoints(request)
  }

  package func trunkStatus(_ request: ListTrunks) async throws(PBXError) -> Page<TrunkStatus> {
    try current().trunks(request)
  }

  package func callRecords(
    _ request: ListCallRecords
  ) async throws(PBXError) -> Page<CallRecord> {
    try current().callRecords(request)
  }

  /// The id of the call that an input began.
  func uniqueid(of input: Input, for operation: String) throws(PBXError) -> String {
    switch try react(to: input).get() {
    case .call(let uniqueid): return uniqueid
    case .done: throw PBXError(operation: operation, cause: .unsupported)
    }
  }
}
