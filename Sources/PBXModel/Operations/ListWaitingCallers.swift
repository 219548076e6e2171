/// Lists the callers who wait in a queue: `GET /api/v1/status/wait`.
public struct ListWaitingCallers: Hashable, Sendable {
  /// Counted from 1.
  public var page: Int
  public var pageSize: Int
  /// The queue's number.
  public var queue: String

  public init(page: Int = 1, pageSize: Int = 100, queue: String) {
    self.page = page
    self.pageSize = pageSize
    self.queue = queue
  }
}

extension ListWaitingCallers: PagedOperation {
  public typealias Row = WaitingCaller

  public static let name = "status/wait"
  public static let method = HTTPMethod.get
  public static let summary = "Lists the callers who wait in a queue"
  public static let fields: [OperationField] = [
    .page,
    .pageSize(),
    .required("queue_num", "The queue's number."),
  ]
  public static let parameterError: APIErrorCode? = nil
  public static let failure: APIErrorCode? = nil
  public static let examples = [
    ListWaitingCallers(page: 1, pageSize: 10, queue: "200")
  ]
  public static let exampleAnswer = Page(rows: [WaitingCaller.example], total: 1)

  public init(parameters: OperationParameters) throws(PBXError) {
    self.init(
      page: try parameters.number("page"),
      pageSize: try parameters.number("pageSize"),
      queue: try parameters.required("queue_num"))
  }

  public var parameters: JSONObject {
    [
      "page": .integer(page), "pageSize": .integer(pageSize), "queue_num": .string(queue),
    ]
  }

  public func perform(on service: some PBXService) async throws(PBXError) -> Page<WaitingCaller> {
    try await service.waitingCallers(self)
  }
}
