/// Puts the peer of an extension on hold, with music: `POST /api/v1/call/hold`.
public struct Hold: ExtensionOperation {
  public static let name = "call/hold"
  public static let summary = "Puts the peer of an extension on hold, with music"
  public static let actor = "Who puts its peer on hold."
  public static let failure: APIErrorCode? = 600003

  public var `extension`: String

  public init(`extension`: String) {
    self.extension = `extension`
  }

  public func perform(on service: some PBXService) async throws(PBXError) -> Done {
    try await service.hold(self)
    return Done()
  }
}
