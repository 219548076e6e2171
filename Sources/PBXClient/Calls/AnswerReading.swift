import PBXModel

/// What an answer that is no success says.
struct AnswerReading {
  let cause: PBXError.Cause
  let detail: String?

  init(_ answer: HTTPAnswer, to kind: Call.Kind) {
    let body: Result<JSONValue, JSONSyntaxError>
    do throws(JSONSyntaxError) {
      body = .success(try JSONValue(parsing: answer.body))
    } catch {
      body = .failure(error)
    }
    let json = try? body.get()
    let envelope = json.flatMap { Envelope(json: $0) }
    let message = envelope?.msg ?? json.flatMap(Self.message) ?? ""
    if let special = Self.special(answer, to: kind, json: json) {
      cause = special
      detail = message.isEmpty || special != .notSignedIn ? nil : message
    } else if let code = envelope.flatMap({ Int($0.code) }), !(100..<600).contains(code) {
      cause = .refused(APIErrorCode(rawValue: code))
      detail = envelope?.detail(beyond: APIErrorCode(rawValue: code))
    } else {
      // An envelope of HTTP 200 may carry the status of what the API has no code for.
      let code = envelope.flatMap { Int($0.code) } ?? answer.status
      let status = (200..<300).contains(answer.status) ? code : answer.status
      switch status {
      case 401: (cause, detail) = (.notSignedIn, message.isEmpty ? nil : message)
      case 404: (cause, detail) = (.unknownOperation, nil)
      case 422: (cause, detail) = (kind == .lab ? .lab(message) : .invalidParameters(message), nil)
      case 501: (cause, detail) = (.unsupported, nil)
      case 200..<300: (cause, detail) = (.undecodable(Self.flaw(body, envelope)), nil)
      default: (cause, detail) = (.unexpectedStatus(status), message.isEmpty ? nil : message)
      }
    }
  }

  /// What goes before the meaning of codes: what is asked for, and who answers.
  private static func special(
    _ answer: HTTPAnswer, to kind: Call.Kind, json: JSONValue?
  ) -> PBXError.Cause? {
    let isPage = json == nil && isPage(answer)
    switch (kind, answer.status) {
    case (.recording, 404): return .noRecording
    case (.lab, 404): return .unknownOperation
    case (.token, 400), (.token, 401):
      if let refusal = json.flatMap({ OAuthError(json: $0) }) {
        return .wrongCredentials(
          refusal.description.isEmpty ? refusal.error : refusal.description)
      }
      if isPage { return .notTheAPI }
      return answer.status == 401
        ? .wrongCredentials(json.flatMap(message) ?? "HTTP 401") : nil
    case (_, 401): return .notSignedIn
    default: return isPage ? .notTheAPI : nil
    }
  }

  /// Whether it is a web page.
  private static func isPage(_ answer: HTTPAnswer) -> Bool {
    if let type = answer.header("Content-Type"), isPage(type: type) { return true }
    return answer.body.first { !" \t\r\n".utf8.contains($0) } == UInt8(ascii: "<")
  }

  /// Whether a media type is a web page's.
  static func isPage(type: String) -> Bool { type.lowercased().hasPrefix("text/html") }

  /// The text of an error that is no envelope.
  private static func message(_ json: JSONValue) -> String? {
    if case .string(let text) = json.object?["message"] { text } else { nil }
  }

  private static func flaw(
    _ body: Result<JSONValue, JSONSyntaxError>, _ envelope: Envelope?
  ) -> String {
    switch body {
    case .failure(let error): error.description
    case .success:
      envelope.map { "its code `\($0.code)` is no number" } ?? "it has no `code`"
    }
  }
}
