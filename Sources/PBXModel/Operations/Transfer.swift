/// Transfers a call blind, attended or into an application: `POST /api/v1/call/transfer`.
package struct Transfer: Hashable, Sendable {
  /// The API's `type`.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case app
    case attended
    case blind
  }

  package var kind: Kind
  /// Who transfers.
  package var `extension`: String
  /// A number, or `CONTEXT,EXTEN,PRIORITY` for `app`.
  package var dest: String

  package init(kind: Kind, `extension`: String, dest: String) {
    self.kind = kind
    self.extension = `extension`
    self.dest = dest
  }
}

extension Transfer: PBXOperation {
  package static let name = "call/transfer"
  package static let method = HTTPMethod.post
  package static let summary = "Transfers a call blind, attended or into an application"
  package static let fields: [OperationField] = [
    .required("type", "`blind`, `attended` or `app`."),
    .required("extension", "Who transfers."),
    .required("dest", "A number, or `CONTEXT,EXTEN,PRIORITY` for `app`."),
  ]
  package static let parameterError: APIErrorCode? = 600005
  package static let failure: APIErrorCode? = 600006

  package init(parameters: OperationParameters) throws(PBXError) {
    guard let kind = Kind(rawValue: try parameters.required("type")) else {
      throw parameters.invalid("`type` must be `blind`, `attended` or `app`")
    }
    self.init(
      kind: kind, extension: try parameters.required("extension"),
      dest: try parameters.required("dest"))
  }

  package var parameters: JSONObject {
    [
      "type": .string(kind.rawValue), "extension": .string(self.extension), "dest": .string(dest),
    ]
  }

  package func perform(on service: some PBXService) async throws(PBXError) -> Done {
    try await service.transfer(self)
    return Done()
  }
}
