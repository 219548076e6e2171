package import FlowRuntime

extension Library {
  /// All commands and queries; one line each, sorted, and a test compares them with the folders.
  package static let standard = Library(
    commands: [
      Barge.self,
      Dial.self,
      Fault.self,
      Hangup.self,
      Incoming.self,
      Monitor.self,
      Phone.self,
      Pickup.self,
      Play.self,
      Transfer.self,
      Whisper.self,
    ],
    queries: [
      Audio.self,
      CDR.self,
      Endpoint.self,
      Endpoints.self,
      Outcome.self,
    ])
}
