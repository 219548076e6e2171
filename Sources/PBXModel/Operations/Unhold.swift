/// Takes the peer of an extension off hold: `POST /api/v1/call/unhold`.
public struct Unhold: ExtensionOperation {
  public static let name = "call/unhold"
  public static let summary = "Takes the peer of an extension off hold"
  public static let actor = "Who takes its peer back."
  public static let failure: APIErrorCode? = 600004

  public var `extension`: String

  public init(`extension`: String) {
    self.extension = `extension`
  }

  public func perform(on service: some PBXService) async throws(PBXError) -> Done {
    try await service.unhold(self)
    return Done()
  }
}
