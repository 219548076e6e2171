/// The API core: what every backend can do, one method an operation.
///
/// A backend that lacks an operation does not compile. Every method throws `PBXError` with the
/// operation's name and, where the PBX refused, its error code.
public protocol PBXService: Sendable {
  // MARK: Call control

  /// `POST /api/v1/call/dial`: 600000, 600001.
  func dial(_ request: Dial) async throws(PBXError) -> Dial.Answer
  /// `POST /api/v1/call/transfer`: 600005, 600006.
  func transfer(_ request: Transfer) async throws(PBXError)
  /// `POST /api/v1/call/cancelAtxfer`: 600000, 600007.
  func cancelAttendedTransfer(_ request: CancelAttendedTransfer) async throws(PBXError)
  /// `POST /api/v1/call/hangup`: 600000, 600002.
  func hangup(_ request: Hangup) async throws(PBXError)
  /// `POST /api/v1/call/hold`: 600000, 600003.
  func hold(_ request: Hold) async throws(PBXError)
  /// `POST /api/v1/call/unhold`: 600000, 600004.
  func unhold(_ request: Unhold) async throws(PBXError)
  /// `POST /api/v1/call/park`: 600000, 600016.
  func park(_ request: Park) async throws(PBXError)
  /// `GET /api/v1/call/parkList`.
  func parkedCalls(_ request: ListParkedCalls) async throws(PBXError) -> Page<ParkedCall>
  /// `POST /api/v1/call/unpark`: 600017, 600018.
  func unpark(_ request: Unpark) async throws(PBXError)
  /// `POST /api/v1/call/redirect`: 600019, 600020.
  func redirect(_ request: Redirect) async throws(PBXError)
  /// `POST /api/v1/call/pickup`: 600008, 600009.
  func pickUp(_ request: PickUp) async throws(PBXError)
  /// `POST /api/v1/call/barge`: 600010, 600011.
  func barge(_ request: Barge) async throws(PBXError)
  /// `POST /api/v1/call/monitor`: 600012, 600013.
  func monitor(_ request: Monitor) async throws(PBXError)
  /// `POST /api/v1/call/whisper`: 600014, 600015.
  func whisper(_ request: Whisper) async throws(PBXError)
  /// `POST /api/v1/call/handsetPlay`: 600021, 600022.
  func playOnHandset(_ request: PlayOnHandset) async throws(PBXError)

  // MARK: Agents

  /// `POST /api/v1/agent/login`: 610007, 610000.
  func logInAgent(_ request: LogInAgent) async throws(PBXError)
  /// `POST /api/v1/agent/logout`: 610001, 610002.
  func logOutAgent(_ request: LogOutAgent) async throws(PBXError)
  /// `GET /api/v1/agent/getAgentStatus`.
  func agents(_ request: ListAgents) async throws(PBXError) -> AgentTable
  /// `POST /api/v1/agent/pause`: 610003, 610004.
  func pauseAgent(_ request: PauseAgent) async throws(PBXError)

  // MARK: Status

  /// `GET /api/v1/status/endpoint`.
  func endpointStatus(_ request: ListEndpoints) async throws(PBXError) -> Page<EndpointStatus>
  /// `GET /api/v1/status/queue`.
  func queueMembers(_ request: ListQueueMembers) async throws(PBXError) -> Page<QueueMember>
  /// `GET /api/v1/status/trunk`.
  func trunkStatus(_ request: ListTrunks) async throws(PBXError) -> Page<TrunkStatus>
  /// `GET /api/v1/status/wait`.
  func waitingCallers(
    _ request: ListWaitingCallers
  ) async throws(PBXError) -> Page<WaitingCaller>

  // MARK: Voicemail, records, speech

  /// `GET /api/v1/voicemail`.
  func voicemails(_ request: ListVoicemails) async throws(PBXError) -> Page<Voicemail>
  /// `PUT /api/v1/voicemail/:id`: 510000, 510001.
  func markVoicemail(_ request: MarkVoicemail) async throws(PBXError)
  /// `GET /api/v1/cdr`.
  func callRecords(_ request: ListCallRecords) async throws(PBXError) -> Page<CallRecord>
  /// `GET /api/v1/cdr/list`.
  func billingRecords(
    _ request: ListBillingRecords
  ) async throws(PBXError) -> Page<BillingRecord>
  /// `POST /api/v1/tts/synthesize`.
  func synthesizeSpeech(_ request: SynthesizeSpeech) async throws(PBXError) -> Speech

  // MARK: Beside the operations

  /// The sound file behind a record's `recording`.
  func recording(at path: RecordingPath) async throws(PBXError) -> Recording
  /// The billing push: every record from now on, as its call ends.
  ///
  /// Ends when the task is cancelled; a backend over the network connects again and fills the gap,
  /// and throws where waiting would not help.
  func billingPush() async throws(PBXError) -> BillingFeed
}
