/// Lets virtual time pass, until all is quiet again: `POST /lab/v1/advance`.
public struct AdvanceTime: LabOperation {
  public static let name = "lab/advance"
  public static let method = HTTPMethod.post
  public static let summary = "Lets virtual time pass, and answers when all is quiet again"
  public static let fields: [OperationField] = [
    .required("by", .number, "So many milliseconds.")
  ]
  public static let examples = [AdvanceTime(duration: .seconds(600))]
  public static let exampleAnswer = LabTime(.virtual, now: .virtualStart)

  public var duration: Duration

  public init(duration: Duration) {
    self.duration = duration
  }

  public init(parameters: OperationParameters) throws(PBXError) {
    _ = try parameters.required("by")
    self.init(duration: try parameters.milliseconds("by"))
  }

  public var parameters: JSONObject { ["by": duration.millisecondsValue] }

  public func perform(on lab: some LabService) async throws(PBXError) -> LabTime {
    try await lab.advance(by: duration)
  }
}
