import HTTPTypes
import HummingbirdCore
import NIOCore
import PBXModel

/// Makes the answers that are JSON, as the vendor's PHP writes it.
enum Answer {
  /// What an API operation answers.
  static func envelope(_ envelope: Envelope) -> Response {
    json(.object(envelope.json), status: HTTPResponse.Status(code: envelope.httpStatus))
  }

  /// An envelope whose code is an HTTP status.
  static func refusal(_ status: HTTPResponse.Status, _ message: String) -> Response {
    json(.object(Envelope(code: String(status.code), msg: message).json), status: status)
  }

  /// The same for those who write their answers themselves.
  static func refusalBody(_ status: Int, _ message: String) -> ByteBuffer {
    let json = Envelope(code: String(status), msg: message).json
    return ByteBuffer(bytes: JSONValue.object(json).bytes(style: .vendor))
  }

  static func json(_ value: JSONValue, status: HTTPResponse.Status) -> Response {
    let body = ByteBuffer(bytes: value.bytes(style: .vendor))
    return Response(
      status: status, headers: [.contentType: "application/json"],
      body: ResponseBody(byteBuffer: body))
  }

  static func notFound(_ method: String, _ path: some StringProtocol) -> Response {
    envelope(
      Envelope(refusing: PBXError(operation: "\(method) \(path)", cause: .unknownOperation)))
  }

  /// What a request is answered with whose method is none that its path is for; nil where it is
  /// one, or comes along with one.
  static func otherMethod(
    _ method: HTTPRequest.Method, allowed: [HTTPRequest.Method]
  ) -> Response? {
    if method == .options { return options(allowed: allowed) }
    if allowed.contains(method == .head ? .get : method) { return nil }
    let names = allowNames(allowed)
    var response = refusal(
      .methodNotAllowed, "\(method.rawValue) is not possible here, but \(names)")
    response.headers[.allow] = names
    return response
  }

  /// What `OPTIONS` answers.
  static func options(allowed: [HTTPRequest.Method]) -> Response {
    Response(status: .noContent, headers: [.allow: allowNames(allowed)])
  }

  /// Without an access token, or with one that is not good.
  static var unauthenticated: Response {
    var response = json(.object(["message": "Unauthenticated."]), status: .unauthorized)
    response.headers[.wwwAuthenticate] = "Bearer"
    return response
  }

  static func tooLarge(limit: Int) -> Response {
    refusal(.contentTooLarge, "a body may have \(limit) bytes")
  }

  /// With what comes along with a method by itself.
  private static func allowNames(_ methods: [HTTPRequest.Method]) -> String {
    let implied: [HTTPRequest.Method] = methods.contains(.get) ? [.head, .options] : [.options]
    return (methods + implied).map(\.rawValue).joined(separator: ", ")
  }
}
