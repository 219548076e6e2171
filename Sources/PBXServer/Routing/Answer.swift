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

  /// The path is there, but not for that method.
  static func methodNotAllowed(_ method: String, allowed: [String]) -> Response {
    let names = allowNames(allowed)
    var response = refusal(
      .methodNotAllowed, "\(method) is not possible here, but \(names.joined(separator: ", "))")
    response.headers[.allow] = names.joined(separator: ", ")
    return response
  }

  /// What `OPTIONS` answers.
  static func options(allowed: [String]) -> Response {
    Response(
      status: .noContent, headers: [.allow: allowNames(allowed).joined(separator: ", ")])
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
  private static func allowNames(_ methods: [String]) -> [String] {
    methods + (methods.contains("GET") ? ["HEAD", "OPTIONS"] : ["OPTIONS"])
  }
}
