import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import PBXModel

/// Answers every request: one switch on the path's beginning, no router.
struct Responder: Sendable {
  private static let base = Array("\(PBXServer.basePath)/".utf8)

  private let service: Dispatcher
  private let operations = RouteTable(Operations.all)
  private let lab: Dispatcher?
  private let labOperations = RouteTable(LabOperations.all)
  private let recordings: any RecordingSource
  private let tokens: TokenOffice
  private let limits: PBXServer.Limits
  /// Nil where nothing goes wrong by itself.
  private let faults: FaultyWay?

  init(
    service: any PBXService, lab: (any LabService)?, recordings: any RecordingSource,
    tokens: TokenOffice, limits: PBXServer.Limits, faults: FaultyWay?
  ) {
    self.service = Dispatcher(service: service)
    self.lab = lab.map { Dispatcher(lab: $0) }
    self.recordings = recordings
    self.tokens = tokens
    self.limits = limits
    self.faults = faults
  }

  /// Throws where the connection is lost, or is to be closed without an answer.
  func respond(to request: Request, at target: RequestTarget) async throws -> Response {
    let method = request.method.rawValue
    guard let path = target.decodedPath else { return Answer.notFound(method, target.path) }
    // Byte by byte, because every request pays for it.
    if path.utf8.starts(with: Self.base) {
      let path = String(path.utf8.dropFirst(Self.base.count - 1)) ?? path
      if path == TokenRequest.path {
        return try await respondWithToken(to: request)
      }
      return try await respond(
        to: request, target, at: path, in: operations, from: service, faults)
    }
    if let lab, path.hasPrefix("/lab/v1/") {
      return try await respond(to: request, target, at: path, in: labOperations, from: lab, nil)
    }
    if let recording = RecordingPath(path) {
      guard let faults else { return await respond(to: request, with: recording) }
      return try await faults.lead(request, to: Fault.recordingOperation, tokens) {
        await respond(to: request, with: recording)
      }
    }
    if path == "*", request.method == .options {
      return Answer.options(allowed: [.get, .post, .put])
    }
    return Answer.notFound(method, target.path)
  }

  // MARK: Operations

  private func respond(
    to request: Request, _ target: RequestTarget, at path: String, in table: RouteTable,
    from dispatcher: Dispatcher, _ faults: FaultyWay?
  ) async throws -> Response {
    let routes = table.routes(at: path)
    let method = request.method == .head ? .get : request.method
    guard let route = routes.first(where: { $0.method == method }) else {
      let other =
        routes.isEmpty ? nil : Answer.otherMethod(request.method, allowed: routes.map(\.method))
      return other ?? Answer.notFound(request.method.rawValue, path)
    }
    guard tokens.isGood(authorization: request.headers[.authorization]) else {
      return Answer.unauthenticated
    }
    func answer() async throws -> Response {
      try await respond(to: request, target, at: path, as: route, from: dispatcher)
    }
    guard let faults else { return try await answer() }
    return try await faults.lead(request, to: route.name, tokens, answer)
  }

  /// Reads the parameters, and has it done.
  private func respond(
    to request: Request, _ target: RequestTarget, at path: String, as route: RouteTable.Route,
    from dispatcher: Dispatcher
  ) async throws -> Response {
    let inBody: JSONObject
    do {
      guard let parameters = try await readParameters(of: request) else {
        return Answer.envelope(route.refusal)
      }
      inBody = parameters
    } catch is BodyTooLarge {
      return Answer.tooLarge(limit: limits.bodyBytes)
    }
    // What stands in both counts as it stands in the query: a proxy may have dropped the body.
    let inQuery = QueryString.parameters(target.query)
    let parameters = inBody.members.isEmpty ? inQuery : inBody.merging(inQuery)
    return Answer.envelope(
      await dispatcher.respond(method: route.method.rawValue, path: path, parameters: parameters))
  }

  // MARK: Tokens

  private func respondWithToken(to request: Request) async throws -> Response {
    if let response = Answer.otherMethod(request.method, allowed: [.post]) { return response }
    var response: Response
    do throws(OAuthError) {
      let parameters: JSONObject?
      do {
        parameters = try await readParameters(of: request)
      } catch is BodyTooLarge {
        return Answer.tooLarge(limit: limits.bodyBytes)
      } catch {
        throw OAuthError.invalidRequest("the body did not come to its end")
      }
      guard let parameters else { throw .invalidRequest("the body is no JSON object") }
      response = Answer.json(.object(try tokens.answer(parameters).json), status: .ok)
    } catch {
      response = Answer.json(
        .object(error.json), status: HTTPResponse.Status(code: error.httpStatus))
    }
    response.headers[.cacheControl] = "no-store"
    return response
  }

  // MARK: Bodies

  private struct BodyTooLarge: Error {}

  /// Nil where the body holds no parameters.
  private func readParameters(of request: Request) async throws -> JSONObject? {
    if let text = request.headers[.contentLength] {
      if let length = Int(text), length > limits.bodyBytes { throw BodyTooLarge() }
    } else if request.headers[.transferEncoding] == nil {
      return JSONObject()
    }
    let body: ByteBuffer
    do {
      body = try await request.body.collect(upTo: limits.bodyBytes)
    } catch is NIOTooManyBytesError {
      throw BodyTooLarge()
    }
    return BodyParameters.read(
      Array(body.readableBytesView), contentType: request.headers[.contentType])
  }

  // MARK: Recordings

  private func respond(to request: Request, with path: RecordingPath) async -> Response {
    if let response = Answer.otherMethod(request.method, allowed: [.get]) { return response }
    do throws(PBXError) {
      let recording = try await recordings.recording(at: path)
      return try await RecordingAnswer(path: path, recording: recording)
        .response(isHead: request.method == .head)
    } catch {
      return Answer.envelope(Envelope(refusing: error))
    }
  }
}
