/// Lists voicemail messages: `GET /api/v1/voicemail`.
public struct ListVoicemails: Hashable, Sendable {
  /// Counted from 1.
  public var page: Int
  public var pageSize: Int
  /// `yyyy-MM-dd HH:mm:ss` in the PBX's zone, both inclusive.
  public var start: String
  public var end: String
  /// `yes`, `no`; both where it is left out.
  public var isRead: String?

  public init(
    page: Int = 1, pageSize: Int = 100, start: String, end: String, isRead: String? = nil
  ) {
    self.page = page
    self.pageSize = pageSize
    self.start = start
    self.end = end
    self.isRead = isRead
  }
}

extension ListVoicemails: PagedOperation {
  public typealias Row = Voicemail

  public static let name = "voicemail"
  public static let method = HTTPMethod.get
  public static let summary = "Lists voicemail messages"
  public static let fields: [OperationField] = [
    .page,
    .pageSize(),
    .required("start", "From this time on, `yyyy-MM-dd HH:mm:ss` in the PBX's zone."),
    .required("end", "Up to and including this time."),
    .optional("is_read", "`yes`, `no`; both where it is left out.", values: ["yes", "no"]),
  ]
  public static let parameterError: APIErrorCode? = nil
  public static let failure: APIErrorCode? = nil
  public static let examples = [
    ListVoicemails(
      page: 1, pageSize: 10, start: "2024-08-01 08:00:00", end: "2024-08-23 23:59:59")
  ]
  public static let exampleAnswer = Page(rows: [Voicemail.example], total: 1)

  public init(parameters: OperationParameters) throws(PBXError) {
    self.init(
      page: try parameters.number("page"),
      pageSize: try parameters.number("pageSize"),
      start: try parameters.time("start"),
      end: try parameters.time("end"),
      isRead: try parameters.optional("is_read"))
  }

  public var parameters: JSONObject {
    var json: JSONObject = [
      "page": .integer(page), "pageSize": .integer(pageSize), "start": .string(start),
      "end": .string(end),
    ]
    json["is_read"] = isRead.map(JSONValue.string)
    return json
  }

  public func perform(on service: some PBXService) async throws(PBXError) -> Page<Voicemail> {
    try await service.voicemails(self)
  }
}
