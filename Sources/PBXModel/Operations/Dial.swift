/// Rings an extension and, when it answers, calls the destination: `POST /api/v1/call/dial`.
public struct Dial: Hashable, Sendable {
  /// Who is rung first.
  public var `extension`: String
  /// Whom it is put through to.
  public var dest: String
  /// The caller id shown on outbound calls.
  public var displaycid: String?

  public init(`extension`: String, dest: String, displaycid: String? = nil) {
    self.extension = `extension`
    self.dest = dest
    self.displaycid = displaycid
  }

  /// The call's uniqueid, known before anything rings.
  public struct Answer: RecordAnswer {
    public static let recordName = "dial answer"
    public static let fields = [RecordField("uniqueid", "What identifies the call.")]

    public var json: JSONObject

    public init(json: JSONObject) {
      self.json = json
    }

    public init(uniqueid: String) {
      self.init(json: ["uniqueid": .string(uniqueid)])
    }

    /// Nil where the answer has none.
    public init?(data: JSONValue, total: Int) {
      guard let json = data.object, json["uniqueid"] != nil else { return nil }
      self.init(json: json)
    }

    public var uniqueid: String { text("uniqueid") }
  }
}

extension Dial: PBXOperation {
  public static let name = "call/dial"
  public static let method = HTTPMethod.post
  public static let summary = "Rings an extension and, when it answers, calls the destination"
  public static let fields: [OperationField] = [
    .required("extension", "Who is rung first."),
    .required("dest", "Whom it is put through to."),
    .optional("displaycid", "The caller id shown on outbound calls."),
  ]
  public static let parameterError: APIErrorCode? = 600000
  public static let failure: APIErrorCode? = 600001
  public static let examples = [Dial(extension: "8001", dest: "8002", displaycid: "8001")]
  public static let exampleAnswer = Answer(uniqueid: "hwd-1750750498.613")

  public init(parameters: OperationParameters) throws(PBXError) {
    self.init(
      extension: try parameters.required("extension"), dest: try parameters.required("dest"),
      displaycid: try parameters.optional("displaycid"))
  }

  public var parameters: JSONObject {
    var json: JSONObject = ["extension": .string(self.extension), "dest": .string(dest)]
    json["displaycid"] = displaycid.map(JSONValue.string)
    return json
  }

  public func perform(on service: some PBXService) async throws(PBXError) -> Dial.Answer {
    try await service.dial(self)
  }
}
