/// Answers a waiting caller out of a queue: `POST /api/v1/call/redirect`.
public struct Redirect: TargetedOperation {
  public static let name = "call/redirect"
  public static let summary = "Answers a waiting caller out of a queue"
  public static let actor = "Who answers."
  public static let target = "The number that waits in a queue."
  public static let parameterError: APIErrorCode? = 600019
  public static let failure: APIErrorCode? = 600020
  public static let examples = [Redirect(extension: "8001", dest: "18312345678")]

  public var `extension`: String
  public var dest: String

  public init(`extension`: String, dest: String) {
    self.extension = `extension`
    self.dest = dest
  }

  public func perform(on service: some PBXService) async throws(PBXError) -> Done {
    try await service.redirect(self)
    return Done()
  }
}
