package import PBXModel

/// The operations that the simulated telephone system does not know.
///
/// A request with wrong parameters is refused as by any PBX, a right one is said to be unavailable,
/// never made up.
extension Simulator {
  package func hold(_ request: Hold) async throws(PBXError) {
    throw try Self.unavailable(request)
  }

  package func unhold(_ request: Unhold) async throws(PBXError) {
    throw try Self.unavailable(request)
  }

  package func park(_ request: Park) async throws(PBXError) {
    throw try Self.unavailable(request)
  }

  package func unpark(_ request: Unpark) async throws(PBXError) {
    throw try Self.unavailable(request)
  }

  package func redirect(_ request: Redirect) async throws(PBXError) {
    throw try Self.unavailable(request)
  }

  package func pickUp(_ request: PickUp) async throws(PBXError) {
    throw try Self.unavailable(request)
  }

  package func barge(_ request: Barge) async throws(PBXError) {
    throw try Self.unavailable(request)
  }

  package func monitor(_ request: Monitor) async throws(PBXError) {
    throw try Self.unavailable(request)
  }

  package func whisper(_ request: Whisper) async throws(PBXError) {
    throw try Self.unavailable(request)
  }

  package func playOnHandset(_ request: PlayOnHandset) async throws(PBXError) {
    throw try Self.unavailable(request)
  }

  package func logInAgent(_ request: LogInAgent) async throws(PBXError) {
    throw try Self.unavailable(request)
  }

  package func logOutAgent(_ request: LogOutAgent) async throws(PBXError) {
    throw try Self.unavailable(request)
  }

  package func pauseAgent(_ request: PauseAgent) async throws(PBXError) {
    throw try Self.unavailable(request)
  }

  package func markVoicemail(_ request: MarkVoicemail) async throws(PBXError) {
    throw try Self.unavailable(request)
  }

  package func synthesizeSpeech(_ request: SynthesizeSpeech) async throws(PBXError) -> Speech {
    throw try Self.unavailable(request)
  }

  /// Throws the request's parameter error, if there is one, and else answers that the operation is
  /// not available.
  private static func unavailable<Operation: PBXOperation>(
    _ request: Operation
  ) throws(PBXError) -> PBXError {
    try request.validate()
    return Operation.unsupported
  }
}
