/// Lists trunks with their device state: `GET /api/v1/status/trunk`.
package struct ListTrunks: Hashable, Sendable {
  /// Counted from 1.
  package var page: Int
  package var pageSize: Int
  /// Only this trunk, all where it is nil.
  package var trunkName: String?

  package init(page: Int = 1, pageSize: Int = 100, trunkName: String? = nil) {
    self.page = page
    self.pageSize = pageSize
    self.trunkName = trunkName
  }
}

extension ListTrunks: PBXOperation {
  package static let name = "status/trunk"
  package static let method = HTTPMethod.get
  package static let summary = "Lists trunks with their device state"
  package static let fields: [OperationField] = [
    .required("page", .number, "Counted from 1."),
    .required("pageSize", .number, "How many rows a page has."),
    .optional("trunk_name", "Only this trunk."),
  ]
  package static let parameterError: APIErrorCode? = nil
  package static let failure: APIErrorCode? = nil

  package init(parameters: OperationParameters) throws(PBXError) {
    self.init(
      page: try parameters.number("page", atLeast: 1),
      pageSize: try parameters.number("pageSize", atLeast: 1),
      trunkName: try parameters.optional("trunk_name"))
  }

  package var parameters: JSONObject {
    var json: JSONObject = ["page": .integer(page), "pageSize": .integer(pageSize)]
    json["trunk_name"] = trunkName.map(JSONValue.string)
    return json
  }

  package func perform(on service: some PBXService) async throws(PBXError) -> Page<TrunkStatus> {
    try await service.trunkStatus(self)
  }
}
