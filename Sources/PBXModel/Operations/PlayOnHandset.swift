/// Rings an extension and plays a recording to it: `POST /api/v1/call/handsetPlay`.
public struct PlayOnHandset: Hashable, Sendable {
  /// Who is rung.
  public var `extension`: String
  /// The absolute path of a recording on the PBX.
  public var filename: String

  public init(`extension`: String, filename: String) {
    self.extension = `extension`
    self.filename = filename
  }
}

extension PlayOnHandset: PBXOperation {
  public static let name = "call/handsetPlay"
  public static let method = HTTPMethod.post
  public static let summary = "Rings an extension and plays a recording to it"
  public static let fields: [OperationField] = [
    .required("extension", "Who is rung."),
    .required("filename", "The absolute path of a recording on the PBX."),
  ]
  public static let parameterError: APIErrorCode? = 600021
  public static let failure: APIErrorCode? = 600022
  public static let examples = [
    PlayOnHandset(
      extension: "8001",
      filename: "/var/spool/asterisk/monitor/20250723/"
        + "20250723-095212-8001-8006-hwd-1753235532.67.wav")
  ]
  public static let exampleAnswer = Done()

  public init(parameters: OperationParameters) throws(PBXError) {
    self.init(
      extension: try parameters.required("extension"),
      filename: try parameters.required("filename"))
  }

  public var parameters: JSONObject {
    ["extension": .string(self.extension), "filename": .string(filename)]
  }

  public func perform(on service: some PBXService) async throws(PBXError) -> Done {
    try await service.playOnHandset(self)
    return Done()
  }
}
