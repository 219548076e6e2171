package import FlowRuntime

extension Library {
  /// All commands and queries; one line each, sorted, and a test compares them with the folders.
  package static let standard = Library(
    commands: [
      Dial.self,
      Hangup.self,
      Incoming.self,
      Phone.self,
      Transfer.self,
    ],
    queries: [
      CDR.self,
      Endpoint.self,
      Endpoints.self,
      Outcome.self,
    ])
}
