package import PBXModel

/// A service for tests that does some operations and answers the others with HTTP 501.
package protocol PartialPBXService: PBXService {}

extension PartialPBXService {
  package func dial(_ request: Dial) async throws(PBXError) -> Dial.Answer {
    throw Dial.unsupported
  }

  package func transfer(_ request: Transfer) async throws(PBXError) {
    throw Transfer.unsupported
  }

  package func cancelAttendedTransfer(_ request: CancelAttendedTransfer) async throws(PBXError) {
    throw CancelAttendedTransfer.unsupported
  }

  package func hangup(_ request: Hangup) async throws(PBXError) {
    throw Hangup.unsupported
  }

  package func hold(_ request: Hold) async throws(PBXError) {
    throw Hold.unsupported
  }

  package func unhold(_ request: Unhold) async throws(PBXError) {
    throw Unhold.unsupported
  }

  package func park(_ request: Park) async throws(PBXError) {
    throw Park.unsupported
  }

  package func parkedCalls(_ request: ListParkedCalls) async throws(PBXError) -> Page<ParkedCall> {
    throw ListParkedCalls.unsupported
  }

  package func unpark(_ request: Unpark) async throws(PBXError) {
    throw Unpark.unsupported
  }

  package func redirect(_ request: Redirect) async throws(PBXError) {
    throw Redirect.unsupported
  }

  package func pickUp(_ request: PickUp) async throws(PBXError) {
    throw PickUp.unsupported
  }

  package func barge(_ request: Barge) async throws(PBXError) {
    throw Barge.unsupported
  }

  package func monitor(_ request: Monitor) async throws(PBXError) {
    throw Monitor.unsupported
  }

  package func whisper(_ request: Whisper) async throws(PBXError) {
    throw Whisper.unsupported
  }

  package func playOnHandset(_ request: PlayOnHandset) async throws(PBXError) {
    throw PlayOnHandset.unsupported
  }

  package func logInAgent(_ request: LogInAgent) async throws(PBXError) {
    throw LogInAgent.unsupported
  }

  package func logOutAgent(_ request: LogOutAgent) async throws(PBXError) {
    throw LogOutAgent.unsupported
  }

  package func agents(_ request: ListAgents) async throws(PBXError) -> AgentTable {
    throw ListAgents.unsupported
  }

  package func pauseAgent(_ request: PauseAgent) async throws(PBXError) {
    throw PauseAgent.unsupported
  }

  package func endpointStatus(
    _ request: ListEndpoints
  ) async throws(PBXError) -> Page<EndpointStatus> {
    throw ListEndpoints.unsupported
  }

  package func queueMembers(
    _ request: ListQueueMembers
  ) async throws(PBXError) -> Page<QueueMember> {
    throw ListQueueMembers.unsupported
  }

  package func trunkStatus(_ request: ListTrunks) async throws(PBXError) -> Page<TrunkStatus> {
    throw ListTrunks.unsupported
  }

  package func waitingCallers(
    _ request: ListWaitingCallers
  ) async throws(PBXError) -> Page<WaitingCaller> {
    throw ListWaitingCallers.unsupported
  }

  package func voicemails(_ request: ListVoicemails) async throws(PBXError) -> Page<Voicemail> {
    throw ListVoicemails.unsupported
  }

  package func markVoicemail(_ request: MarkVoicemail) async throws(PBXError) {
    throw MarkVoicemail.unsupported
  }

  package func callRecords(_ request: ListCallRecords) async throws(PBXError) -> Page<CallRecord> {
    throw ListCallRecords.unsupported
  }

  package func billingRecords(
    _ request: ListBillingRecords
  ) async throws(PBXError) -> Page<BillingRecord> {
    throw ListBillingRecords.unsupported
  }

  package func synthesizeSpeech(_ request: SynthesizeSpeech) async throws(PBXError) -> Speech {
    throw SynthesizeSpeech.unsupported
  }

  package func recording(at path: RecordingPath) async throws(PBXError) -> Recording {
    throw PBXError(operation: path.description, cause: .noRecording)
  }

  package func billingPush() async throws(PBXError) -> BillingFeed {
    throw PBXError(operation: "billing push", cause: .unsupported)
  }
}
