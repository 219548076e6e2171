/// Takes a parked call back: `POST /api/v1/call/unpark`.
public struct Unpark: TargetedOperation {
  public static let name = "call/unpark"
  public static let summary = "Takes a parked call back"
  public static let actor = "Who takes the call."
  public static let target = "The number that is parked."
  public static let parameterError: APIErrorCode? = 600017
  public static let failure: APIErrorCode? = 600018
  public static let examples = [Unpark(extension: "8001", dest: "18312345678")]

  public var `extension`: String
  public var dest: String

  public init(`extension`: String, dest: String) {
    self.extension = `extension`
    self.dest = dest
  }

  public func perform(on service: some PBXService) async throws(PBXError) -> Done {
    try await service.unpark(self)
    return Done()
  }
}
