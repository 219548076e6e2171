/// What time it is in the lab, and whether it passes by itself: `GET /lab/v1/time`.
public struct ReadLabTime: LabOperation {
  public static let name = "lab/time"
  public static let method = HTTPMethod.get
  public static let summary = "Tells what time it is in the lab, and whether it passes by itself"
  public static let fields: [OperationField] = []
  public static let examples = [ReadLabTime()]
  public static let exampleAnswer = LabTime(.virtual, now: .virtualStart)

  public init() {}

  public init(parameters: OperationParameters) throws(PBXError) {}

  public var parameters: JSONObject { JSONObject() }

  public func perform(on lab: some LabService) async throws(PBXError) -> LabTime {
    try await lab.labTime()
  }
}
