package import PBXModel

extension FaultyService: PBXService {
  // MARK: Call control

  package func dial(_ request: Dial) async throws(PBXError) -> Dial.Answer {
    try await send(request)
  }

  package func transfer(_ request: Transfer) async throws(PBXError) {
    _ = try await send(request)
  }

  package func cancelAttendedTransfer(_ request: CancelAttendedTransfer) async throws(PBXError) {
    _ = try await send(request)
  }

  package func hangup(_ request: Hangup) async throws(PBXError) {
    _ = try await send(request)
  }

  package func hold(_ request: Hold) async throws(PBXError) {
    _ = try await send(request)
  }

  package func unhold(_ request: Unhold) async throws(PBXError) {
    _ = try await send(request)
  }

  package func park(_ request: Park) async throws(PBXError) {
    _ = try await send(request)
  }

  package func parkedCalls(_ request: ListParkedCalls) async throws(PBXError) -> Page<ParkedCall> {
    try await send(request)
  }

  package func unpark(_ request: Unpark) async throws(PBXError) {
    _ = try await send(request)
  }

  package func redirect(_ request: Redirect) async throws(PBXError) {
    _ = try await send(request)
  }

  package func pickUp(_ request: PickUp) async throws(PBXError) {
    _ = try await send(request)
  }

  package func barge(_ request: Barge) async throws(PBXError) {
    _ = try await send(request)
  }

  package func monitor(_ request: Monitor) async throws(PBXError) {
    _ = try await send(request)
  }

  package func whisper(_ request: Whisper) async throws(PBXError) {
    _ = try await send(request)
  }

  package func playOnHandset(_ request: PlayOnHandset) async throws(PBXError) {
    _ = try await send(request)
  }

  // MARK: Agents

  package func logInAgent(_ request: LogInAgent) async throws(PBXError) {
    _ = try await send(request)
  }

  package func logOutAgent(_ request: LogOutAgent) async throws(PBXError) {
    _ = try await send(request)
  }

  package func agents(_ request: ListAgents) async throws(PBXError) -> AgentTable {
    try await send(request)
  }

  package func pauseAgent(_ request: PauseAgent) async throws(PBXError) {
    _ = try await send(request)
  }

  // MARK: Status

  package func endpointStatus(
    _ request: ListEndpoints
  ) async throws(PBXError) -> Page<EndpointStatus> {
    try await send(request)
  }

  package func queueMembers(_ request: ListQueueMembers) async throws(PBXError) -> Page<QueueMember>
  {
    try await send(request)
  }

  package func trunkStatus(_ request: ListTrunks) async throws(PBXError) -> Page<TrunkStatus> {
    try await send(request)
  }

  package func waitingCallers(
    _ request: ListWaitingCallers
  ) async throws(PBXError) -> Page<WaitingCaller> {
    try await send(request)
  }

  // MARK: Voicemail, records, speech

  package func voicemails(_ request: ListVoicemails) async throws(PBXError) -> Page<Voicemail> {
    try await send(request)
  }

  package func markVoicemail(_ request: MarkVoicemail) async throws(PBXError) {
    _ = try await send(request)
  }

  package func callRecords(_ request: ListCallRecords) async throws(PBXError) -> Page<CallRecord> {
    try await send(request)
  }

  package func billingRecords(
    _ request: ListBillingRecords
  ) async throws(PBXError) -> Page<BillingRecord> {
    try await send(request)
  }

  package func synthesizeSpeech(_ request: SynthesizeSpeech) async throws(PBXError) -> Speech {
    try await send(request)
  }

  // MARK: Beside the operations

  package func recording(at path: RecordingPath) async throws(PBXError) -> Recording {
    try await fetchRecording(at: path)
  }

  package func billingPush() async throws(PBXError) -> BillingFeed {
    try await subscribe()
  }
}
