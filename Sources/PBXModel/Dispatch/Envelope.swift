/// What the API answers to every request: a code, its text, the data, and a row count.
public struct Envelope: Hashable, Sendable {
  /// `200`, an error code of the API, or the HTTP status of what the API has no code for.
  public var code: String
  public var msg: String
  public var data: JSONValue
  public var total: Int

  public init(code: String, msg: String, data: JSONValue = .array([]), total: Int = 0) {
    self.code = code
    self.msg = msg
    self.data = data
    self.total = total
  }

  /// A success, with the text that the vendor's document shows.
  package init(answering answer: some OperationAnswer) {
    self.init(code: "200", msg: "成功", data: answer.data, total: answer.total)
  }

  package init(refusing error: PBXError) {
    let reason = error.detail ?? error.cause.description
    switch error.cause {
    case .refused(let code):
      let text = [code.chinese, error.detail ?? ""].filter { !$0.isEmpty }
      self.init(code: String(code.rawValue), msg: text.joined(separator: Self.separator))
    case .invalidParameters(let reason), .lab(let reason): self.init(code: "422", msg: reason)
    case .unsupported: self.init(code: "501", msg: "\(error.operation) is not available here")
    case .unknownOperation: self.init(code: "404", msg: "there is no \(error.operation)")
    case .noRecording: self.init(code: "404", msg: "there is no such recording")
    case .timeout: self.init(code: "504", msg: reason)
    case .connection, .notSignedIn, .wrongCredentials, .notTheAPI, .unexpectedStatus,
      .undecodable, .cancelled:
      self.init(code: "502", msg: reason)
    }
  }

  /// Stands between the text of an error code and what is said beyond it.
  private static let separator = ": "

  /// Reads an answer, numbers and strings alike; nil where it is no envelope.
  public init?(json: JSONValue) {
    guard let object = json.object else { return nil }
    switch object["code"] {
    case .string(let text): code = text
    case .integer(let number): code = String(number)
    default: return nil
    }
    if case .string(let text) = object["msg"] { msg = text } else { msg = "" }
    data = object["data"] ?? .array([])
    switch object["total"] {
    case .integer(let number): total = number
    case .string(let text): total = Int(text) ?? 0
    default: total = 0
    }
  }

  /// What is said beyond the text of the error code, nil where nothing is.
  package func detail(beyond code: APIErrorCode) -> String? {
    let known = code.chinese
    if msg.isEmpty || msg == known { return nil }
    return msg.hasPrefix(known + Self.separator)
      ? String(msg.dropFirst(known.count + Self.separator.count)) : msg
  }

  /// The HTTP status it travels with: an error of the API itself is a 200.
  package var httpStatus: Int {
    switch code {
    case "404", "422", "501", "502", "504": Int(code) ?? 200
    default: 200
    }
  }

  public var json: JSONObject {
    ["code": .string(code), "msg": .string(msg), "data": data, "total": .integer(total)]
  }
}
