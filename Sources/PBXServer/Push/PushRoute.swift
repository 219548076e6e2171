import HTTPTypes
import HummingbirdCore
import NIOHTTP1
import PBXModel

/// Decides who may read the billing push: `/?user_id=billing&token=ACCESS_TOKEN`.
struct PushRoute: Sendable {
  private enum Verdict {
    case accepted, unknown, unauthenticated
  }

  let tokens: TokenOffice

  /// Whether a request becomes a WebSocket; the token is looked at once, here.
  func accepts(_ head: HTTPRequestHead) -> Bool {
    guard head.method == .GET, Self.isHandshake(head.headers) else { return false }
    return verdict(RequestTarget(head.uri)) == .accepted
  }

  /// What a request is answered with that does not become one.
  func refusal(of target: RequestTarget, method: HTTPRequest.Method) -> Response {
    if let response = Answer.otherMethod(method, allowed: [.get]) { return response }
    switch verdict(target) {
    case .unknown: return Answer.notFound(method.rawValue, target.path)
    case .unauthenticated: return Answer.unauthenticated
    case .accepted:
      var response = Answer.refusal(
        .upgradeRequired, "the billing push is a WebSocket of version 13 (RFC 6455)")
      response.headers[.upgrade] = "websocket"
      response.headers[.connection] = "Upgrade"
      response.headers[.secWebSocketVersion] = "13"
      return response
    }
  }

  private func verdict(_ target: RequestTarget) -> Verdict {
    guard target.path == BillingMessage.path else { return .unknown }
    let parameters = QueryString.parameters(target.query)
    guard parameters["user_id"] == .string(BillingMessage.userID) else { return .unknown }
    guard case .string(let token) = parameters["token"], tokens.isGood(token) else {
      return .unauthenticated
    }
    return .accepted
  }

  /// Whether a handshake is whole (RFC 6455, section 4.2.1), so that what upgrades takes it.
  private static func isHandshake(_ headers: HTTPHeaders) -> Bool {
    func names(_ header: String) -> [String] {
      headers[canonicalForm: header].map { $0.lowercased() }
    }
    return names("upgrade").contains("websocket") && names("connection").contains("upgrade")
      && headers["sec-websocket-version"] == ["13"] && headers["sec-websocket-key"].count == 1
  }
}
