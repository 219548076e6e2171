/// Whom a phone or an outside number hears, and who hears it: `GET /lab/v1/audio`.
public struct ReadAudio: LabOperation {
  public static let name = "lab/audio"
  public static let method = HTTPMethod.get
  public static let summary = "Tells whom a phone hears, and who hears it"
  public static let fields: [OperationField] = [
    .required("number", "The phone, or an outside number.")
  ]
  public static let examples = [ReadAudio(number: "8003")]
  public static let exampleAnswer = Audio(number: "8003", hears: ["8001", "8002"], heardBy: [])

  public var number: String

  public init(number: String) {
    self.number = number
  }

  public init(parameters: OperationParameters) throws(PBXError) {
    self.init(number: try parameters.required("number"))
  }

  public var parameters: JSONObject { ["number": .string(number)] }

  public func perform(on lab: some LabService) async throws(PBXError) -> Audio {
    try await lab.audio(of: number)
  }
}
