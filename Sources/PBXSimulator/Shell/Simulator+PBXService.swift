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

  package func hold(_ request: Hold) async throws(PBXError) {
    _ = try react(to: .hold(request)).get()
  }

  package func unhold(_ request: Unhold) async throws(PBXError) {
    _ = try react(to: .unhold(request)).get()
  }

  package func park(_ request: Park) async throws(PBXError) {
    _ = try react(to: .park(request)).get()
  }

  package func unpark(_ request: Unpark) async throws(PBXError) {
    _ = try react(to: .unpark(request)).get()
  }

  package func redirect(_ request: Redirect) async throws(PBXError) {
    _ = try react(to: .redirect(request)).get()
  }

  package func pickUp(_ request: PickUp) async throws(PBXError) {
    _ = try react(to: .pickUp(request)).get()
  }

  package func barge(_ request: Barge) async throws(PBXError) {
    _ = try react(to: .barge(request)).get()
  }

  package func monitor(_ request: Monitor) async throws(PBXError) {
    _ = try react(to: .monitor(request)).get()
  }

  package func whisper(_ request: Whisper) async throws(PBXError) {
    _ = try react(to: .whisper(request)).get()
  }

  package func playOnHandset(_ request: PlayOnHandset) async throws(PBXError) {
    _ = try react(to: .playOnHandset(request)).get()
  }

  package func parkedCalls(
    _ request: ListParkedCalls
  ) async throws(PBXError) -> Page<ParkedCall> {
    try ask { (board) throws(PBXError) in try board.parkedCalls(request) }
  }

  package func logInAgent(_ request: LogInAgent) async throws(PBXError) {
    _ = try react(to: .logInAgent(request)).get()
  }

  package func logOutAgent(_ request: LogOutAgent) async throws(PBXError) {
    _ = try react(to: .logOutAgent(request)).get()
  }

  package func pauseAgent(_ request: PauseAgent) async throws(PBXError) {
    _ = try react(to: .pauseAgent(request)).get()
  }

  package func agents(_ request: ListAgents) async throws(PBXError) -> AgentTable {
    try ask { (board) throws(PBXError) in try board.agents(request) }
  }

  package func queueMembers(
    _ request: ListQueueMembers
  ) async throws(PBXError) -> Page<QueueMember> {
    try ask { (board) throws(PBXError) in try board.queueMembers(request) }
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

  package func voicemails(
    _ request: ListVoicemails
  ) async throws(PBXError) -> Page<Voicemail> {
    try ask { (board) throws(PBXError) in try board.voicemails(request) }
  }

  package func markVoicemail(_ request: MarkVoicemail) async throws(PBXError) {
    _ = try react(to: .markVoicemail(request)).get()
  }

  package func synthesizeSpeech(_ request: SynthesizeSpeech) async throws(PBXError) -> Speech {
    try Speaking.speak(request)
  }

  /// A recorded call, or a voicemail message, made part by part as it is read.
  package func recording(at path: RecordingPath) async throws(PBXError) -> Recording {
    let sound = try ask { (board) throws(PBXError) in board.sound(at: path.description) }
    guard let sound else {
      throw PBXError(operation: path.description, cause: .noRecording)
    }
    return Recording(WAVFile(sound))
  }

  package func billingPush() async throws(PBXError) -> BillingFeed {
    // Whoever asked whether the network is there did so a moment ago.
    if faults.isNetworkDown {
      throw PBXError(operation: "billing push", cause: .connection(LossReason.broken))
    }
    return subscribeToBilling(as: .socket)
  }

  /// The id of the call that an input began.
  func uniqueid(of input: Input, for operation: String) throws(PBXError) -> String {
    switch try react(to: input).get() {
    case .call(let uniqueid): return uniqueid
    case .done: throw PBXError(operation: operation, cause: .unsupported)
    }
  }
}
