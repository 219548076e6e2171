/// Ends a consultation, the first call is back: `POST /api/v1/call/cancelAtxfer`.
public struct CancelAttendedTransfer: ExtensionOperation {
  public static let name = "call/cancelAtxfer"
  public static let summary = "Cancels an attended transfer: the first call is back"
  public static let actor = "Who consults."
  public static let failure: APIErrorCode? = 600007

  public var `extension`: String

  public init(`extension`: String) {
    self.extension = `extension`
  }

  public func perform(on service: some PBXService) async throws(PBXError) -> Done {
    try await service.cancelAttendedTransfer(self)
    return Done()
  }
}
