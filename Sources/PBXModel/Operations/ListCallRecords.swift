/// Lists call records: `GET /api/v1/cdr`.
package struct ListCallRecords: Hashable, Sendable {
  /// Counted from 1.
  package var page: Int
  package var pageSize: Int
  /// `yyyy-MM-dd HH:mm:ss` in the PBX's zone, both inclusive.
  package var start: String?
  package var end: String?
  package var src: String?
  package var dst: String?
  package var disposition: String?
  package var direction: String?

  package init(
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

extension ListCallRecords: PBXOperation {
  package static let name = "cdr"
  package static let method = HTTPMethod.get
  package static let summary = "Lists call records"
  package static let fields: [OperationField] = [
    .required("page", .number, "Counted from 1."),
    .required("pageSize", .number, "How many rows a page has."),
    .optional("start", "From this time on, `yyyy-MM-dd HH:mm:ss` in the PBX's zone."),
    .optional("end", "Up to and including this time."),
    .optional("src", "Only this caller."),
    .optional("dst", "Only this destination."),
    .optional("disposition", "`ANSWERED`, `NO ANSWER`, `FAILED` or `BUSY`."),
    .optional("direction", "`in`, `out` or `inter`."),
  ]
  package static let parameterError: APIErrorCode? = nil
  package static let failure: APIErrorCode? = nil

  package init(parameters: OperationParameters) throws(PBXError) {
    self.init(
      page: try parameters.number("page", atLeast: 1),
      pageSize: try parameters.number("pageSize", atLeast: 1),
      start: try parameters.optional("start"), end: try parameters.optional("end"),
      src: try parameters.optional("src"), dst: try parameters.optional("dst"),
      disposition: try parameters.optional("disposition"),
      direction: try parameters.optional("direction"))
  }

  package var parameters: JSONObject {
    var json: JSONObject = ["page": .integer(page), "pageSize": .integer(pageSize)]
    json["start"] = start.map(JSONValue.string)
    json["end"] = end.map(JSONValue.string)
    json["src"] = src.map(JSONValue.string)
    json["dst"] = dst.map(JSONValue.string)
    json["disposition"] = disposition.map(JSONValue.string)
    json["direction"] = direction.map(JSONValue.string)
    return json
  }

  package func perform(on service: some PBXService) async throws(PBXError) -> Page<CallRecord> {
    try await service.callRecords(self)
  }
}
