/// Signs an agent out of a queue: `POST /api/v1/agent/logout`.
public struct LogOutAgent: Hashable, Sendable {
  /// Where the agent works.
  public var `extension`: String
  /// The queue's number; `all` for every queue.
  public var queue: String

  public init(`extension`: String, queue: String) {
    self.extension = `extension`
    self.queue = queue
  }
}

extension LogOutAgent: PBXOperation {
  public static let name = "agent/logout"
  public static let method = HTTPMethod.post
  public static let summary = "Signs an agent out of a queue"
  public static let fields: [OperationField] = [
    .required("extension", "Where the agent works."),
    .required("queue", "The queue's number; `all` for every queue."),
  ]
  public static let parameterError: APIErrorCode? = 610001
  public static let failure: APIErrorCode? = 610002
  public static let examples = [
    LogOutAgent(extension: "8001", queue: "200")
  ]
  public static let exampleAnswer = Done()

  public init(parameters: OperationParameters) throws(PBXError) {
    self.init(
      extension: try parameters.required("extension"),
      queue: try parameters.required("queue"))
  }

  public var parameters: JSONObject {
    ["extension": .string(self.extension), "queue": .string(queue)]
  }

  public func perform(on service: some PBXService) async throws(PBXError) -> Done {
    try await service.logOutAgent(self)
    return Done()
  }
}
