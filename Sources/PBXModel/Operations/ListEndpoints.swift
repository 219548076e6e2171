/// Lists extensions with their device state: `GET /api/v1/status/endpoint`.
package struct ListEndpoints: Hashable, Sendable {
  /// Counted from 1.
  package var page: Int
  package var pageSize: Int
  /// Only this extension, all where it is nil.
  package var endpoint: String?

  package init(page: Int = 1, pageSize: Int = 100, endpoint: String? = nil) {
    self.page = page
    self.pageSize = pageSize
    self.endpoint = endpoint
  }
}

extension ListEndpoints: PBXOperation {
  package static let name = "status/endpoint"
  package static let method = HTTPMethod.get
  package static let summary = "Lists extensions with their device state"
  package static let fields: [OperationField] = [
    .required("page", .number, "Counted from 1."),
    .required("pageSize", .number, "How many rows a page has."),
    .optional("endpoint", "Only this extension."),
  ]
  package static let parameterError: APIErrorCode? = nil
  package static let failure: APIErrorCode? = nil

  package init(parameters: OperationParameters) throws(PBXError) {
    self.init(
      page: try parameters.number("page", atLeast: 1),
      pageSize: try parameters.number("pageSize", atLeast: 1),
      endpoint: try parameters.optional("endpoint"))
  }

  package var parameters: JSONObject {
    var json: JSONObject = ["page": .integer(page), "pageSize": .integer(pageSize)]
    json["endpoint"] = endpoint.map(JSONValue.string)
    return json
  }

  package func perform(on service: some PBXService) async throws(PBXError) -> Page<EndpointStatus> {
    try await service.endpointStatus(self)
  }
}
