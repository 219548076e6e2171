/// Lists billing records: `GET /api/v1/cdr/list`.
public struct ListBillingRecords: Hashable, Sendable {
  /// What a list can be sorted by.
  public enum Sort: String, Hashable, Sendable, CaseIterable {
    case id, calldate, start, answer, end
  }

  /// Which way a list is sorted.
  public enum Order: String, Hashable, Sendable, CaseIterable {
    case ascending = "asc"
    case descending = "desc"
  }

  /// Counted from 1.
  public var page: Int
  public var pageSize: Int
  /// `yyyy-MM-dd HH:mm:ss` in the PBX's zone, inclusive.
  public var start: String
  /// Exclusive.
  public var end: String
  public var sort: Sort
  public var order: Order

  public init(
    page: Int = 1, pageSize: Int = 1000, start: String, end: String, sort: Sort = .id,
    order: Order = .ascending
  ) {
    self.page = page
    self.pageSize = pageSize
    self.start = start
    self.end = end
    self.sort = sort
    self.order = order
  }
}

extension ListBillingRecords: PagedOperation {
  public typealias Row = BillingRecord

  public static let name = "cdr/list"
  public static let method = HTTPMethod.get
  public static let summary = "Lists billing records"
  public static let fields: [OperationField] = [
    .optional("page", .number, "Counted from 1."),
    .optional("page_size", .number, "How many rows a page has."),
    .required("start_time", "From this time on, `yyyy-MM-dd HH:mm:ss` in the PBX's zone."),
    .required("end_time", "Up to this time, which is itself excluded."),
    .optional("sort_by", "What to sort by.", values: Sort.allCases.map(\.rawValue)),
    .optional("order", "Up or down.", values: Order.allCases.map(\.rawValue)),
  ]
  public static let parameterError: APIErrorCode? = nil
  public static let failure: APIErrorCode? = nil
  public static let examples = [
    ListBillingRecords(start: "2025-05-21 00:00:00", end: "2025-05-22 00:00:00")
  ]
  public static let exampleAnswer = Page(rows: [BillingRecord.example], total: 1)

  public init(parameters: OperationParameters) throws(PBXError) {
    self.init(
      page: try parameters.optionalNumber("page") ?? 1,
      pageSize: try parameters.optionalNumber("page_size") ?? 1000,
      start: try parameters.time("start_time"),
      end: try parameters.time("end_time"),
      sort: try parameters.optional("sort_by").flatMap(Sort.init(rawValue:)) ?? .id,
      order: try parameters.optional("order").flatMap(Order.init(rawValue:)) ?? .ascending)
  }

  public var parameters: JSONObject {
    [
      "page": .integer(page), "page_size": .integer(pageSize), "start_time": .string(start),
      "end_time": .string(end), "sort_by": .string(sort.rawValue),
      "order": .string(order.rawValue),
    ]
  }

  public func perform(on service: some PBXService) async throws(PBXError) -> Page<BillingRecord> {
    try await service.billingRecords(self)
  }
}
