/// Lists extensions with their device state: `GET /api/v1/status/endpoint`.
public struct ListEndpoints: Hashable, Sendable {
  /// Counted from 1.
  public var page: Int
  public var pageSize: Int
  /// Only this extension.
  public var endpoint: String?

  public init(page: Int = 1, pageSize: Int = 100, endpoint: String? = nil) {
    self.page = page
    self.pageSize = pageSize
    self.endpoint = endpoint
  }
}

extension ListEndpoints: PagedOperation {
  public typealias Row = EndpointStatus

  public static let name = "status/endpoint"
  public static let method = HTTPMethod.get
  public static let summary = "Lists extensions with their device state"
  public static let fields: [OperationField] = [
    .page,
    .pageSize(),
    .optional("endpoint", "Only this extension."),
  ]
  public static let parameterError: APIErrorCode? = nil
  public static let failure: APIErrorCode? = nil
  public static let examples = [
    ListEndpoints(page: 1, pageSize: 10, endpoint: "8001")
  ]
  public static let exampleAnswer = Page(rows: [EndpointStatus.example], total: 1)

  public init(parameters: OperationParameters) throws(PBXError) {
    self.init(
      page: try parameters.number("page"),
      pageSize: try parameters.number("pageSize"),
      endpoint: try parameters.optional("endpoint"))
  }

  public var parameters: JSONObject {
    var json: JSONObject = ["page": .integer(page), "pageSize": .integer(pageSize)]
    json["endpoint"] = endpoint.map(JSONValue.string)
    return json
  }

  public func perform(on service: some PBXService) async throws(PBXError) -> Page<EndpointStatus> {
    try await service.endpointStatus(self)
  }
}
