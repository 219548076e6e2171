/// What the API answers to every request: a code, its text, the data, and a row count.
package struct Envelope: Hashable, Sendable {
  /// `200`, an error code of the API, or the HTTP status of what the API has no code for.
  package var code: String
  package var msg: String
  package var data: JSONValue
  package var total: Int

  package init(code: String, msg: String, data: JSONValue = .array([]), total: Int = 0) {
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
    switch error.cause {
    case .refused(let code):
      self.init(code: String(code.rawValue), msg: code.chinese)
    case .invalidParameters(let reason): self.init(code: "422", msg: reason)
    case .unsupported: self.init(code: "501", msg: "\(error.operation) is not available here")
    case .unknownOperation: self.init(code: "404", msg: "there is no \(error.operation)")
    case .lab(let reason): self.init(code: "422", msg: reason)
    case .connection(let reason): self.init(code: "502", msg: reason)
    }
  }

  /// The HTTP status it travels with: an error of the API itself is a 200.
  package var httpStatus: Int {
    switch code {
    case "404", "422", "501", "502": Int(code) ?? 200
    default: 200
    }
  }

  package var json: JSONObject {
    ["code": .string(code), "msg": .string(msg), "data": data, "total": .integer(total)]
  }
}
