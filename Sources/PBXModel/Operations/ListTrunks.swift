/// Lists trunks with their device state: `GET /api/v1/status/trunk`.
public struct ListTrunks: Hashable, Sendable {
  /// Counted from 1.
  public var page: Int
  public var pageSize: Int
  /// Only this trunk.
  public var trunkName: String?

  public init(page: Int = 1, pageSize: Int = 100, trunkName: String? = nil) {
    self.page = page
    self.pageSize = pageSize
    self.trunkName = trunkName
  }
}

extension ListTrunks: PagedOperation {
  public typealias Row = TrunkStatus

  public static let name = "status/trunk"
  public static let method = HTTPMethod.get
  public static let summary = "Lists trunks with their device state"
  public static let fields: [OperationField] = [
    .page,
    .pageSize(),
    .optional("trunk_name", "Only this trunk."),
  ]
  public static let parameterError: APIErrorCode? = nil
  public static let failure: APIErrorCode? = nil
  public static let examples = [
    ListTrunks(page: 1, pageSize: 10)
  ]
  public static let exampleAnswer = Page(rows: [TrunkStatus.example], total: 1)

  public init(parameters: OperationParameters) throws(PBXError) {
    self.init(
      page: try parameters.number("page"),
      pageSize: try parameters.number("pageSize"),
      trunkName: try parameters.optional("trunk_name"))
  }

  public var parameters: JSONObject {
    var json: JSONObject = ["page": .integer(page), "pageSize": .integer(pageSize)]
    json["trunk_name"] = trunkName.map(JSONValue.string)
    return json
  }

  public func perform(on service: some PBXService) async throws(PBXError) -> Page<TrunkStatus> {
    try await service.trunkStatus(self)
  }
}
