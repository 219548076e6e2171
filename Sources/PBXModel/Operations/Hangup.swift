/// Ends a party's call: `POST /api/v1/call/hangup`.
public struct Hangup: ExtensionOperation {
  public static let name = "call/hangup"
  public static let summary = "Ends a party's call"
  public static let actor = "An extension or an outside number."
  public static let failure: APIErrorCode? = 600002

  public var `extension`: String

  public init(`extension`: String) {
    self.extension = `extension`
  }

  public func perform(on service: some PBXService) async throws(PBXError) -> Done {
    try await service.hangup(self)
    return Done()
  }
}
