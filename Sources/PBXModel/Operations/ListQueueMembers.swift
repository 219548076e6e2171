/// Lists the agents of a queue, their states in Chinese words: `GET /api/v1/status/queue`.
public struct ListQueueMembers: Hashable, Sendable {
  /// The queue's number.
  public var queue: String

  public init(queue: String) {
    self.queue = queue
  }
}

extension ListQueueMembers: PBXOperation {
  public static let name = "status/queue"
  public static let method = HTTPMethod.get
  public static let summary = "Lists the agents of a queue, their states in Chinese words"
  public static let fields: [OperationField] = [
    .required("queue_num", "The queue's number.")
  ]
  public static let parameterError: APIErrorCode? = nil
  public static let failure: APIErrorCode? = nil
  public static let examples = [
    ListQueueMembers(queue: "200")
  ]
  public static let exampleAnswer = Page(rows: [QueueMember.example], total: 1)

  public init(parameters: OperationParameters) throws(PBXError) {
    self.init(
      queue: try parameters.required("queue_num"))
  }

  public var parameters: JSONObject {
    ["queue_num": .string(queue)]
  }

  public func perform(on service: some PBXService) async throws(PBXError) -> Page<QueueMember> {
    try await service.queueMembers(self)
  }
}
