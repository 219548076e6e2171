/// Lists call records: `GET /api/v1/cdr`.
public struct ListCallRecords: Hashable, Sendable {
  /// Counted from 1.
  public var page: Int
  public var pageSize: Int
  /// From this time on, `yyyy-MM-dd HH:mm:ss` in the PBX's zone.
  public var start: String?
  /// Up to and including this time.
  public var end: String?
  /// Only this caller.
  public var src: String?
  /// Only this destination.
  public var dst: String?
  /// `ANSWERED`, `NO ANSWER`, `FAILED` or `BUSY`.
  public var disposition: String?
  /// `in`, `out` or `inter`.
  public var direction: String?

  public init(
    page: Int = 1, pageSize: Int = 100, start: String? = nil, end: String? = nil,
    src: String? = nil, dst: String? = nil, disposition: String? = nil, direction: String? = nil
  ) {
    self.page = page
    self.pageSize = pageSize
    self.start = start
    self.end = end
    self.src = src
    self.dst = dst
    self.disposition = disposition
    self.direction = direction
  }
}

extension ListCallRecords: PagedOperation {
  public typealias Row = CallRecord

  public static let name = "cdr"
  public static let method = HTTPMethod.get
  public static let summary = "Lists call records"
  public static let fields: [OperationField] = [
    .page,
    .pageSize(),
    .optional("start", "From this time on, `yyyy-MM-dd HH:mm:ss` in the PBX's zone."),
    .optional("end", "Up to and including this time."),
    .optional("src", "Only this caller."),
    .optional("dst", "Only this destination."),
    .optional(
      "disposition", "How it ended; the document writes the first one once as `ANSWERD`.",
      values: ["ANSWERED", "NO ANSWER", "FAILED", "BUSY", "ANSWERD"]),
    .optional(
      "direction", "Which way it went; the document writes `inter` once as `inner`.",
      values: ["in", "out", "inter", "inner"]),
  ]
  public static let parameterError: APIErrorCode? = nil
  public static let failure: APIErrorCode? = nil
  public static let examples = [
    ListCallRecords(
      page: 1, pageSize: 10, start: "2024-08-01 08:00:00", end: "2024-08-31 08:00:00")
  ]
  public static let exampleAnswer = Page(rows: [CallRecord.example], total: 1)

  public init(parameters: OperationParameters) throws(PBXError) {
    self.init(
      page: try parameters.number("page"),
      pageSize: try parameters.number("pageSize"),
      start: try parameters.optionalTime("start"),
      end: try parameters.optionalTime("end"),
      src: try parameters.optional("src"),
      dst: try parameters.optional("dst"),
      disposition: try parameters.optional("disposition").map(Self.corrected),
      direction: try parameters.optional("direction").map(Self.corrected))
  }

  /// The document spells two values both ways.
  private static func corrected(_ value: String) -> String {
    switch value {
    case "ANSWERD": "ANSWERED"
    case "inner": "inter"
    default: value
    }
  }

  public var parameters: JSONObject {
    var json: JSONObject = ["page": .integer(page), "pageSize": .integer(pageSize)]
    json["start"] = start.map(JSONValue.string)
    json["end"] = end.map(JSONValue.string)
    json["src"] = src.map(JSONValue.string)
    json["dst"] = dst.map(JSONValue.string)
    json["disposition"] = disposition.map(JSONValue.string)
    json["direction"] = direction.map(JSONValue.string)
    return json
  }

  public func perform(on service: some PBXService) async throws(PBXError) -> Page<CallRecord> {
    try await service.callRecords(self)
  }
}
