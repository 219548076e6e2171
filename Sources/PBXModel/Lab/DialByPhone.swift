/// Lets a phone dial by itself: `POST /lab/v1/dial`.
public struct DialByPhone: LabOperation {
  public static let name = "lab/dial"
  public static let method = HTTPMethod.post
  public static let summary = "Lets a phone dial by itself"
  public static let fields: [OperationField] = [
    .required("number", "The phone that dials."),
    .required("dest", "The number that it dials."),
  ]
  public static let examples = [DialByPhone(number: "8002", dest: "8003")]
  public static let exampleAnswer = Dial.Answer(uniqueid: "hwd-1750750498.613")

  public var number: String
  public var dest: String

  public init(number: String, dest: String) {
    self.number = number
    self.dest = dest
  }

  public init(parameters: OperationParameters) throws(PBXError) {
    self.init(
      number: try parameters.required("number"), dest: try parameters.required("dest"))
  }

  public var parameters: JSONObject { ["number": .string(number), "dest": .string(dest)] }

  public func perform(on lab: some LabService) async throws(PBXError) -> Dial.Answer {
    Dial.Answer(uniqueid: try await lab.dial(dest, from: number))
  }
}
