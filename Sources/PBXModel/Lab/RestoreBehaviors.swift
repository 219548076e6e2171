/// Puts back every behaviour that was set, and the world's faults: `POST /lab/v1/restore`.
public struct RestoreBehaviors: LabOperation {
  public static let name = "lab/restore"
  public static let method = HTTPMethod.post
  public static let summary =
    "Puts back every behaviour that was set, and the faults that the world began with"
  public static let fields: [OperationField] = []
  public static let examples = [RestoreBehaviors()]
  public static let exampleAnswer = Done()

  public init() {}

  public init(parameters: OperationParameters) throws(PBXError) {}

  public var parameters: JSONObject { JSONObject() }

  public func perform(on lab: some LabService) async throws(PBXError) -> Done {
    try await lab.restoreBehaviors()
    return Done()
  }
}
