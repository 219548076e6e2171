/// Joins a call, all hear all; when either first party hangs up, all end:
/// `POST /api/v1/call/barge`.
public struct Barge: TargetedOperation {
  public static let name = "call/barge"
  public static let summary = "Joins a call: all hear all"
  public static let actor = "Who joins."
  public static let target = "A party of the call."
  public static let parameterError: APIErrorCode? = 600010
  public static let failure: APIErrorCode? = 600011

  public var `extension`: String
  public var dest: String

  public init(`extension`: String, dest: String) {
    self.extension = `extension`
    self.dest = dest
  }

  public func perform(on service: some PBXService) async throws(PBXError) -> Done {
    try await service.barge(self)
    return Done()
  }
}
