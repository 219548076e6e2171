/// Marks a voicemail message as read or unread: `PUT /api/v1/voicemail/:id`.
public struct MarkVoicemail: Hashable, Sendable {
  /// The message's number.
  public var id: String
  /// `yes` or `no`.
  public var isRead: String

  public init(id: String, isRead: String) {
    self.id = id
    self.isRead = isRead
  }
}

extension MarkVoicemail: PBXOperation {
  public static let name = "voicemail/mark"
  public static let path = "/api/v1/voicemail/:id"
  public static let method = HTTPMethod.put
  public static let summary = "Marks a voicemail message as read or unread"
  public static let fields: [OperationField] = [
    .required("id", "The message's number."),
    .required("is_read", "`yes` or `no`.", values: ["yes", "no"]),
  ]
  public static let parameterError: APIErrorCode? = 510000
  public static let failure: APIErrorCode? = 510001
  public static let examples = [
    MarkVoicemail(id: "38", isRead: "yes")
  ]
  public static let exampleAnswer = Done()

  public init(parameters: OperationParameters) throws(PBXError) {
    // A number, although it stands in the path as text.
    self.init(
      id: String(try parameters.number("id", in: 0...Int.max)),
      isRead: try parameters.required("is_read"))
  }

  public var parameters: JSONObject {
    ["id": .string(id), "is_read": .string(isRead)]
  }

  public func perform(on service: some PBXService) async throws(PBXError) -> Done {
    try await service.markVoicemail(self)
    return Done()
  }
}
