/// A service that has one way in for all operations: it has every method of `PBXService` by that.
public protocol OperationSender: PBXService {
  /// Sends an operation and reads its answer.
  func send<Operation: PBXOperation>(
    _ operation: Operation
  ) async throws(PBXError) -> Operation.Answer
}

extension OperationSender {
  // MARK: Call control

  public func dial(_ request: Dial) async throws(PBXError) -> Dial.Answer {
    try await send(request)
  }

  public func transfer(_ request: Transfer) async throws(PBXError) {
    _ = try await send(request)
  }

  public func cancelAttendedTransfer(_ request: CancelAttendedTransfer) async throws(PBXError) {
    _ = try await send(request)
  }

  public func hangup(_ request: Hangup) async throws(PBXError) {
    _ = try await send(request)
  }

  public func hold(_ request: Hold) async throws(PBXError) {
    _ = try await send(request)
  }

  public func unhold(_ request: Unhold) async throws(PBXError) {
    _ = try await send(request)
  }

  public func park(_ request: Park) async throws(PBXError) {
    _ = try await send(request)
  }

  public func parkedCalls(_ request: ListParkedCalls) async throws(PBXError) -> Page<ParkedCall> {
    try await send(request)
  }

  public func unpark(_ request: Unpark) async throws(PBXError) {
    _ = try await send(request)
  }

  public func redirect(_ request: Redirect) async throws(PBXError) {
    _ = try await send(request)
  }

  public func pickUp(_ request: PickUp) async throws(PBXError) {
    _ = try await send(request)
  }

  public func barge(_ request: Barge) async throws(PBXError) {
    _ = try await send(request)
  }

  public func monitor(_ request: Monitor) async throws(PBXError) {
    _ = try await send(request)
  }

  public func whisper(_ request: Whisper) async throws(PBXError) {
    _ = try await send(request)
  }

  public func playOnHandset(_ request: PlayOnHandset) async throws(PBXError) {
    _ = try await send(request)
  }

  // MARK: Agents

  public func logInAgent(_ request: LogInAgent) async throws(PBXError) {
    _ = try await send(request)
  }

  public func logOutAgent(_ request: LogOutAgent) async throws(PBXError) {
    _ = try await send(request)
  }

  public func agents(_ request: ListAgents) async throws(PBXError) -> AgentTable {
    try await send(request)
  }

  public func pauseAgent(_ request: PauseAgent) async throws(PBXError) {
    _ = try await send(request)
  }

  // MARK: Status

  public func endpointStatus(
    _ request: ListEndpoints
  ) async throws(PBXError) -> Page<EndpointStatus> {
    try await send(request)
  }

  public func queueMembers(_ request: ListQueueMembers) async throws(PBXError) -> Page<QueueMember>
  {
    try await send(request)
  }

  public func trunkStatus(_ request: ListTrunks) async throws(PBXError) -> Page<TrunkStatus> {
    try await send(request)
  }

  public func waitingCallers(
    _ request: ListWaitingCallers
  ) async throws(PBXError) -> Page<WaitingCaller> {
    try await send(request)
  }

  // MARK: Voicemail, records, speech

  public func voicemails(_ request: ListVoicemails) async throws(PBXError) -> Page<Voicemail> {
    try await send(request)
  }

  public func markVoicemail(_ request: MarkVoicemail) async throws(PBXError) {
    _ = try await send(request)
  }

  public func callRecords(_ request: ListCallRecords) async throws(PBXError) -> Page<CallRecord> {
    try await send(request)
  }

  public func billingRecords(
    _ request: ListBillingRecords
  ) async throws(PBXError) -> Page<BillingRecord> {
    try await send(request)
  }

  public func synthesizeSpeech(_ request: SynthesizeSpeech) async throws(PBXError) -> Speech {
    try await send(request)
  }
}
