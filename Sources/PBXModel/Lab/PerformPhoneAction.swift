/// Makes a phone do something now: `POST /lab/v1/action`.
public struct PerformPhoneAction: LabOperation {
  public static let name = "lab/action"
  public static let method = HTTPMethod.post
  public static let summary = "Makes a phone do something now"
  public static let fields: [OperationField] = [
    .required("number", "The phone, or an outside number."),
    .required("action", "What it does.", values: ["hangs up"]),
    .milliseconds("after", "After so many milliseconds."),
  ]
  public static let examples = [
    PerformPhoneAction(number: "8002", action: .hangsUp(after: .seconds(5)))
  ]
  public static let exampleAnswer = Done()

  public var number: String
  public var action: PhoneAction

  public init(number: String, action: PhoneAction) {
    self.number = number
    self.action = action
  }

  public init(parameters: OperationParameters) throws(PBXError) {
    _ = try parameters.required("action")
    self.init(
      number: try parameters.required("number"),
      action: .hangsUp(after: try parameters.milliseconds("after")))
  }

  public var parameters: JSONObject {
    switch action {
    case .hangsUp(let delay):
      ["number": .string(number), "action": "hangs up", "after": delay.millisecondsValue]
    }
  }

  public func perform(on lab: some LabService) async throws(PBXError) -> Done {
    try await lab.perform(action, at: number)
    return Done()
  }
}
