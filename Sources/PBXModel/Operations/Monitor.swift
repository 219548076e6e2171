/// Listens to a call without being heard: `POST /api/v1/call/monitor`.
public struct Monitor: TargetedOperation {
  public static let name = "call/monitor"
  public static let summary = "Listens to a call without being heard"
  public static let actor = "Who listens."
  public static let target = "A party of the call."
  public static let parameterError: APIErrorCode? = 600012
  public static let failure: APIErrorCode? = 600013

  public var `extension`: String
  public var dest: String

  public init(`extension`: String, dest: String) {
    self.extension = `extension`
    self.dest = dest
  }

  public func perform(on service: some PBXService) async throws(PBXError) -> Done {
    try await service.monitor(self)
    return Done()
  }
}
