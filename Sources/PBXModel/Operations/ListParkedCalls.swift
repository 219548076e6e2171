/// Lists parked calls: `GET /api/v1/call/parkList`.
public struct ListParkedCalls: Hashable, Sendable {
  /// Only what this extension parked; every parked call where it is left out.
  public var `extension`: String?

  public init(`extension`: String? = nil) {
    self.extension = `extension`
  }
}

extension ListParkedCalls: PBXOperation {
  public static let name = "call/parkList"
  public static let method = HTTPMethod.get
  public static let placement = ParameterPlacement.bodyAndQuery
  public static let summary = "Lists parked calls"
  public static let fields: [OperationField] = [
    .optional(
      "extension", "Only what this extension parked; every parked call where it is left out.")
  ]
  public static let parameterError: APIErrorCode? = nil
  public static let failure: APIErrorCode? = nil
  public static let examples = [
    ListParkedCalls(extension: "8001")
  ]
  public static let exampleAnswer = Page(rows: [ParkedCall.example], total: 0)

  public init(parameters: OperationParameters) throws(PBXError) {
    self.init(
      extension: try parameters.optional("extension"))
  }

  public var parameters: JSONObject {
    var json = JSONObject()
    json["extension"] = self.extension.map(JSONValue.string)
    return json
  }

  public func perform(on service: some PBXService) async throws(PBXError) -> Page<ParkedCall> {
    try await service.parkedCalls(self)
  }
}
