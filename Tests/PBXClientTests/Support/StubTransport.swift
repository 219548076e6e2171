import PBXClient
import PBXModel
import Synchronization

/// A transport that asks a closure, and writes down what was asked.
final class StubTransport: HTTPTransport {
  typealias Answer = @Sendable (HTTPRequest) async throws(TransportFailure) -> HTTPAnswer

  private let log = Mutex<[HTTPRequest]>([])
  private let respond: Answer

  init(_ respond: @escaping Answer) {
    self.respond = respond
  }

  var requests: [HTTPRequest] { log.withLock { $0 } }
  /// Without those for tokens.
  var calls: [HTTPRequest] { requests.filter { !$0.isForToken } }
  var tokenRequests: [HTTPRequest] { requests.filter(\.isForToken) }

  func answer(to request: HTTPRequest) async throws(TransportFailure) -> HTTPAnswer {
    log.withLock { $0.append(request) }
    return try await respond(request)
  }

  func stream(_ request: HTTPRequest) async throws(TransportFailure) -> HTTPStream {
    .answer(try await answer(to: request))
  }
}

extension HTTPRequest {
  var isForToken: Bool { url.hasSuffix("/oauth/token") }

  var json: JSONObject? { body.flatMap { try? JSONValue(parsing: $0) }?.object }

  var bearer: String? {
    headers.first { $0.name == "Authorization" }.map { String($0.value.dropFirst(7)) }
  }
}

extension HTTPAnswer {
  static func json(_ json: JSONValue, status: Int = 200) -> HTTPAnswer {
    HTTPAnswer(
      status: status, headers: [HTTPField("content-type", "application/json")], body: json.bytes())
  }

  /// An envelope with a code, and what it says.
  static func code(_ code: String, _ msg: String = "", status: Int = 200) -> HTTPAnswer {
    json(.object(Envelope(code: code, msg: msg).json), status: status)
  }

  static let done = code("200", "成功")
  static let unauthenticated = json(.object(["message": "Unauthenticated."]), status: 401)

  static func token(_ text: String, life: Int = 1800, refresh: String = "") -> HTTPAnswer {
    json(
      .object(
        TokenAnswer(accessToken: text, lifeSeconds: life, refreshToken: refresh).json))
  }
}
