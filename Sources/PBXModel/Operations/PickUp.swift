/// Answers the call that rings at another extension: `POST /api/v1/call/pickup`.
public struct PickUp: TargetedOperation {
  public static let name = "call/pickup"
  public static let summary = "Answers the call that rings at another extension"
  public static let actor = "Who answers."
  public static let target = "The extension that rings."
  public static let parameterError: APIErrorCode? = 600008
  public static let failure: APIErrorCode? = 600009
  public static let examples = [PickUp(extension: "8002", dest: "8003")]

  public var `extension`: String
  public var dest: String

  public init(`extension`: String, dest: String) {
    self.extension = `extension`
    self.dest = dest
  }

  public func perform(on service: some PBXService) async throws(PBXError) -> Done {
    try await service.pickUp(self)
    return Done()
  }
}
