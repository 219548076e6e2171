/// Makes a phone do something now: `POST /lab/v1/action`.
public struct PerformPhoneAction: LabOperation {
  public static let name = "lab/action"
  public static let method = HTTPMethod.post
  public static let summary = "Makes a phone do something now"
  public static let fields: [OperationField] = [
    .required("number", "The phone, or an outside number."),
    .required(
      "action", "What it does.", values: ["hangs up", "holds", "unholds", "presses"]),
    .milliseconds("after", "For `hangs up`: after so many milliseconds."),
    .optional("digits", "For `presses`: the keys, digits, `*` and `#`."),
  ]
  public static let examples = [
    PerformPhoneAction(number: "8002", action: .hangsUp(after: .seconds(5))),
    PerformPhoneAction(number: "8002", action: .holds),
    PerformPhoneAction(number: "18312345678", action: .presses("1")),
  ]
  public static let exampleAnswer = Done()

  public var number: String
  public var action: PhoneAction

  public init(number: String, action: PhoneAction) {
    self.number = number
    self.action = action
  }

  public init(parameters: OperationParameters) throws(PBXError) {
    let word = try parameters.required("action")
    let action: PhoneAction =
      switch word {
      case "holds": .holds
      case "unholds": .unholds
      case "presses": .presses(try parameters.required("digits"))
      default: .hangsUp(after: try parameters.milliseconds("after"))
      }
    self.init(number: try parameters.required("number"), action: action)
  }

  public var parameters: JSONObject {
    var json: JSONObject = ["number": .string(number)]
    switch action {
    case .hangsUp(let delay):
      json["action"] = "hangs up"
      json["after"] = delay.millisecondsValue
    case .holds: json["action"] = "holds"
    case .unholds: json["action"] = "unholds"
    case .presses(let digits):
      json["action"] = "presses"
      json["digits"] = .string(digits)
    }
    return json
  }

  public func perform(on lab: some LabService) async throws(PBXError) -> Done {
    try await lab.perform(action, at: number)
    return Done()
  }
}
