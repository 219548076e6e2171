import PBXModel

/// Asks a PBX for tokens: one request a grant.
struct TokenOffice: Sendable {
  var address: PBXAddress
  var credentials: Credentials
  var transport: any HTTPTransport
  var observer: (@Sendable (HTTPExchange) -> Void)?

  /// Asks once; throws the PBX's refusal, or why no answer came.
  func token(for grant: TokenRequest.Grant) async throws(CallFailure) -> TokenAnswer {
    let call = Call(
      TokenRequest(
        clientID: credentials.clientID, clientSecret: credentials.clientSecret, grant: grant),
      to: address)
    let answer: HTTPAnswer
    do throws(TransportFailure) {
      answer = try await transport.answer(to: call.request(token: nil))
    } catch {
      throw fail(.transport(error), call, grant)
    }
    if RedirectTarget.isRedirect(answer.status), let location = answer.header("Location") {
      let reason = "and credentials are not sent on; give the address that it leads to"
      throw fail(.redirect(RedirectTarget(location, from: call.url), reason, answer), call, grant)
    }
    guard (200..<300).contains(answer.status) else { throw fail(.answer(answer), call, grant) }
    guard let object = (try? JSONValue(parsing: answer.body))?.object else {
      throw fail(.answer(answer), call, grant)
    }
    let token = TokenAnswer(json: object)
    guard Self.isToken(token.accessToken) else {
      throw fail(.undecodable("it has no `access_token`", answer), call, grant)
    }
    observer?(call.exchange(status: answer.status))
    return token
  }

  /// Whether a text can stand in a header.
  private static func isToken(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
  }

  private func fail(
    _ problem: CallProblem, _ call: Call, _ grant: TokenRequest.Grant
  ) -> CallFailure {
    var secrets = [credentials.clientSecret, credentials.password]
    if case .refreshToken(let token) = grant { secrets.append(token) }
    let error = problem.error(of: call, hiding: SecretFilter(secrets))
    if let exchange = error.exchange { observer?(exchange) }
    return CallFailure(error: error, isPassing: problem.isPassing)
  }
}
