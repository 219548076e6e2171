import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import PBXModel

/// One request and its answer on one port: chooses who answers, and logs it.
struct Exchange: Sendable {
  /// Nil on a port that has only the push.
  private let responder: Responder?
  /// Nil on a port that has no push.
  private let push: PushRoute?
  private let faults: (any FaultSource)?
  private let clock: any PBXClock
  private let date: HTTPDate
  private let logger: Logger

  init(
    responder: Responder?, push: PushRoute?, faults: (any FaultSource)?, clock: any PBXClock,
    logger: Logger
  ) {
    self.responder = responder
    self.push = push
    self.faults = faults
    self.clock = clock
    self.logger = logger
    date = HTTPDate(clock: clock)
  }

  /// Throws where the connection is lost, or is to be closed without an answer.
  func answer(to request: Request) async throws -> Response {
    let isLogged = logger.logLevel <= .info
    let start = isLogged ? clock.now : nil
    let target = RequestTarget(request.head.path ?? "")
    var response = try await respond(to: request, at: target)
    response.headers[.date] = date.text
    if request.method == .head { response = response.createHeadResponse() }
    if let start { log(request, target, response.status, since: start) }
    return response
  }

  /// What a reader of the push is answered that cannot be had; no WebSocket comes of it.
  func refusal(of error: PBXError) -> Response {
    let status: HTTPResponse.Status =
      error.cause == .unsupported ? .notImplemented : .badGateway
    var response = Answer.refusal(status, Envelope(refusing: error).msg)
    response.headers[.date] = date.text
    logger.info("GET \(BillingMessage.path) \(status.code)")
    return response
  }

  private func respond(to request: Request, at target: RequestTarget) async throws -> Response {
    if let faults, faults.isNetworkDown, !Self.isSpared(target.path) {
      throw try await FaultyWay.hangUp(on: request)
    }
    if let push, target.path == BillingMessage.path {
      return push.refusal(of: target, method: request.method)
    }
    guard let responder else { return Answer.notFound(request.method.rawValue, target.path) }
    return try await responder.respond(to: request, at: target)
  }

  /// Whether a path works although the network is down: the lab can end that, and needs a token.
  private static func isSpared(_ path: Substring) -> Bool {
    path.hasPrefix("/lab/") || path == PBXServer.basePath + TokenRequest.path
  }

  /// The path alone: the push has its token in the query, and an operation its parameters.
  private func log(
    _ request: Request, _ target: RequestTarget, _ status: HTTPResponse.Status,
    since start: Timestamp
  ) {
    let microseconds = start.duration(to: clock.now).nanoseconds / 1000
    logger.info(
      "\(request.method.rawValue) \(target.path) \(status.code)",
      metadata: ["microseconds": "\(microseconds)"])
  }
}
