/// Talks with one party of a call, unheard by the other: `POST /api/v1/call/whisper`.
public struct Whisper: TargetedOperation {
  public static let name = "call/whisper"
  public static let summary = "Talks with one party of a call, unheard by the other"
  public static let actor = "Who talks with the party."
  public static let target = "The party that hears it."
  public static let parameterError: APIErrorCode? = 600014
  public static let failure: APIErrorCode? = 600015

  public var `extension`: String
  public var dest: String

  public init(`extension`: String, dest: String) {
    self.extension = `extension`
    self.dest = dest
  }

  public func perform(on service: some PBXService) async throws(PBXError) -> Done {
    try await service.whisper(self)
    return Done()
  }
}
