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
    try ask { (board) throws(PBXError) in try board.endpoints(request) }
  }

  package func trunkStatus(_ request: ListTrunks) async throws(PBXError) -> Page<TrunkStatus> {
    try ask { (board) throws(PBXError) in try board.trunks(request) }
  }

  package func callRecords(
    _ request: ListCallRecords
  ) async throws(PBXError) -> Page<CallRecord> {
    try ask { (board) throws(PBXError) in try board.callRecords(request) }
  }

  package func billingRecords(
    _ request: ListBillingRecords
  ) async throws(PBXError) -> Page<BillingRecord> {
    try ask { (board) throws(PBXError) in try board.billingRecords(request) }
  }

  package func waitingCallers(
    _ request: ListWaitingCallers
  ) async throws(PBXError) -> Page<WaitingCaller> {
    try ask { (board) throws(PBXError) in try board.waitingCallers(request) }
  }

  /// None: no call can be parked here.
  package func parkedCalls(
    _ request: ListParkedCalls
  ) async throws(PBXError) -> Page<ParkedCall> {
    try request.validate()
    return Page(rows: [], total: 0)
  }

  /// None: no agent can sign in here.
  package func agents(_ request: ListAgents) async throws(PBXError) -> AgentTable {
    try request.validate()
    return AgentTable(agents: [])
  }

  /// None: no agent can sign in here.
  package func queueMembers(
    _ request: ListQueueMembers
  ) async throws(PBXError) -> Page<QueueMember> {
    try request.validate()
    return Page(rows: [], total: 0)
  }

  /// None: no message can be left here.
  package func voicemails(
    _ request: ListVoicemails
  ) async throws(PBXError) -> Page<Voicemail> {
    try request.validate()
    return Page(rows: [], total: 0)
  }

  /// Fails: no call is recorded here.
  package func recording(at path: RecordingPath) async throws(PBXError) -> Recording {
    throw PBXError(operation: path.description, cause: .noRecording)
  }

  package func billingPush() async throws(PBXError) -> BillingFeed {
    subscribeToBilling()
  }

  /// The id of the call that an input began.
  func uniqueid(of input: Input, for operation: String) throws(PBXError) -> String {
    switch try react(to: input).get() {
    case .call(let uniqueid): return uniqueid
    case .done: throw PBXError(operation: operation, cause: .unsupported)
    }
  }
}
