/// Ends a consultation, the first call is back: `POST /api/v1/call/cancelAtxfer`.
package struct CancelAttendedTransfer: Hashable, Sendable {
  /// Who consults.
  package var `extension`: String

  package init(`extension`: String) {
    self.extension = `extension`
  }
}

extension CancelAttendedTransfer: PBXOperation {
  package static let name = "call/cancelAtxfer"
  package static let method = HTTPMethod.post
  package static let summary = "Cancels an attended transfer: the first call is back"
  package static let fields: [OperationField] = [
    .required("extension", "Who consults.")
  ]
  package static let parameterError: APIErrorCode? = 600000
  package static let failure: APIErrorCode? = 600007

  package init(parameters: OperationParameters) throws(PBXError) {
    self.init(extension: try parameters.required("extension"))
  }

  package var parameters: JSONObject {
    ["extension": .string(self.extension)]
  }

  package func perform(on service: some PBXService) async throws(PBXError) -> Done {
    try await service.cancelAttendedTransfer(self)
    return Done()
  }
}
