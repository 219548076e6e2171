/// Speaks a text into a sound file: `POST /api/v1/tts/synthesize`.
public struct SynthesizeSpeech: Hashable, Sendable {
  /// What is said.
  public var text: String

  public init(text: String) {
    self.text = text
  }
}

extension SynthesizeSpeech: PBXOperation {
  public static let name = "tts/synthesize"
  public static let method = HTTPMethod.post
  public static let summary = "Speaks a text into a sound file"
  public static let fields: [OperationField] = [
    .required("text", "What is said.")
  ]
  public static let parameterError: APIErrorCode? = nil
  public static let failure: APIErrorCode? = nil
  public static let examples = [
    SynthesizeSpeech(text: "测试语音合成")
  ]
  public static let exampleAnswer = Speech.example

  public init(parameters: OperationParameters) throws(PBXError) {
    self.init(
      text: try parameters.required("text"))
  }

  public var parameters: JSONObject {
    ["text": .string(text)]
  }

  public func perform(on service: some PBXService) async throws(PBXError) -> Speech {
    try await service.synthesizeSpeech(self)
  }
}
