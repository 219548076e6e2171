/// Ends every fault: `POST /lab/v1/fault/clear`.
public struct ClearFaults: LabOperation {
  public static let name = "lab/fault/clear"
  public static let method = HTTPMethod.post
  public static let summary = "Ends every fault, those that the world began with as well"
  public static let fields: [OperationField] = []
  public static let examples = [ClearFaults()]
  public static let exampleAnswer = Done()

  public init() {}

  public init(parameters: OperationParameters) throws(PBXError) {}

  public var parameters: JSONObject { JSONObject() }

  public func perform(on lab: some LabService) async throws(PBXError) -> Done {
    try await lab.clearFaults()
    return Done()
  }
}
