import HTTPTypes
import HummingbirdCore
import NIOCore
import PBXModel

/// Leads requests to what answers them, and lets happen to them what a fault source says.
struct FaultyWay: Sendable {
  /// The connection is to be closed without an answer.
  struct HangUp: Error {}

  let source: any FaultSource
  let clock: any PBXClock

  /// - Parameters:
  ///   - request: taken to be allowed, by a token that is good.
  ///   - operation: what its faults go by.
  ///   - answer: does it; asked once at most.
  func lead(
    _ request: Request, to operation: String, _ tokens: TokenOffice,
    _ answer: () async throws -> Response
  ) async throws -> Response {
    let verdict = source.verdict(on: operation)
    let response: Response
    switch verdict.outcome {
    case .passes: response = try await answer()
    case .refusal(let code):
      response = Answer.envelope(
        Envelope(refusing: PBXError(operation: operation, cause: .refused(code))))
    case .page: response = Self.page
    case .disconnection:
      try await wait(verdict.delay)
      throw try await Self.hangUp(on: request)
    case .expiredToken:
      tokens.revokeAccessTokens()
      response = Answer.unauthenticated
    }
    try await wait(verdict.delay)
    return response
  }

  /// Reads what a client still sends, so that it finds its connection closed and not reset.
  static func hangUp(on request: Request) async throws -> HangUp {
    for try await _ in request.body {}
    return HangUp()
  }

  private func wait(_ delay: Duration) async throws {
    if delay > .zero { try await clock.sleep(for: delay) }
  }

  /// As a proxy writes it that does not reach its server.
  private static var page: Response {
    let text = """
      <html><head><title>502 Bad Gateway</title></head>
      <body><center><h1>502 Bad Gateway</h1></center><hr></body></html>

      """
    return Response(
      status: .badGateway, headers: [.contentType: "text/html"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }
}
