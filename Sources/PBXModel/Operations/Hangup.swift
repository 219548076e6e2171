/// Ends a party's call: `POST /api/v1/call/hangup`.
package struct Hangup: Hashable, Sendable {
  /// An extension or an outside number.
  package var `extension`: String

  package init(`extension`: String) {
    self.extension = `extension`
  }
}

extension Hangup: PBXOperation {
  package static let name = "call/hangup"
  package static let method = HTTPMethod.post
  package static let summary = "Ends a party's call"
  package static let fields: [OperationField] = [
    .required("extension", "An extension or an outside number.")
  ]
  package static let parameterError: APIErrorCode? = 600000
  package static let failure: APIErrorCode? = 600002

  package init(parameters: OperationParameters) throws(PBXError) {
    self.init(extension: try parameters.required("extension"))
  }

  package var parameters: JSONObject {
    ["extension": .string(self.extension)]
  }

  package func perform(on service: some PBXService) async throws(PBXError) -> Done {
    try await service.hangup(self)
    return Done()
  }
}
