/// Sets what a phone, or an outside number, does from now on: `POST /lab/v1/behavior`.
public struct SetPhoneBehavior: LabOperation {
  public static let name = "lab/behavior"
  public static let method = HTTPMethod.post
  public static let summary = "Sets what a phone, or an outside number, does from now on"
  public static let fields: [OperationField] = [
    .required("number", "The phone, or an outside number."),
    .required(
      "behavior", "What it does.",
      values: ["answers", "busy", "rejects", "ignores", "offline", "online"]),
    .milliseconds("after", "For `answers`: after so many milliseconds."),
  ]
  public static let examples = [
    SetPhoneBehavior(number: "8002", behavior: .answers(after: .milliseconds(800)))
  ]
  public static let exampleAnswer = Done()

  public var number: String
  public var behavior: PhoneBehavior

  public init(number: String, behavior: PhoneBehavior) {
    self.number = number
    self.behavior = behavior
  }

  public init(parameters: OperationParameters) throws(PBXError) {
    let word = try parameters.required("behavior")
    let behavior: PhoneBehavior =
      switch word {
      case "busy": .busy
      case "rejects": .rejects
      case "ignores": .ignores
      case "offline": .offline
      case "online": .online
      default: .answers(after: try parameters.milliseconds("after"))
      }
    self.init(number: try parameters.required("number"), behavior: behavior)
  }

  public var parameters: JSONObject {
    var json: JSONObject = ["number": .string(number)]
    switch behavior {
    case .answers(let delay):
      json["behavior"] = "answers"
      json["after"] = delay.millisecondsValue
    case .busy: json["behavior"] = "busy"
    case .rejects: json["behavior"] = "rejects"
    case .ignores: json["behavior"] = "ignores"
    case .offline: json["behavior"] = "offline"
    case .online: json["behavior"] = "online"
    }
    return json
  }

  public func perform(on lab: some LabService) async throws(PBXError) -> Done {
    try await lab.setBehavior(behavior, of: number)
    return Done()
  }
}
