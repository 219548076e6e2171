/// Parks the peer of an extension in a space of the lot; the extension is free then:
/// `POST /api/v1/call/park`.
public struct Park: ExtensionOperation {
  public static let name = "call/park"
  public static let summary = "Parks the peer of an extension, which is free then"
  public static let actor = "Who parks its peer."
  public static let failure: APIErrorCode? = 600016

  public var `extension`: String

  public init(`extension`: String) {
    self.extension = `extension`
  }

  public func perform(on service: some PBXService) async throws(PBXError) -> Done {
    try await service.park(self)
    return Done()
  }
}
