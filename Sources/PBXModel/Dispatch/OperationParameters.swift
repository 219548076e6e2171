/// Reads an operation's parameters, numbers and strings alike.
package struct OperationParameters: Sendable {
  private let operation: String
  private let error: APIErrorCode?
  private let json: JSONObject

  package init<Operation: PBXOperation>(_ json: JSONObject, of operation: Operation.Type) {
    self.operation = Operation.name
    self.error = Operation.parameterError
    self.json = json
  }

  /// A field's text; throws where it is missing, empty, or no text.
  package func required(_ name: String) throws(PBXError) -> String {
    guard let text = try optional(name) else { throw invalid("`\(name)` is required") }
    return text
  }

  /// A field's text, nil where it is missing or empty; throws where it is a list or an object.
  package func optional(_ name: String) throws(PBXError) -> String? {
    switch json[name] {
    case nil, .null, .string(""): nil
    case .string(let text): text
    case .integer(let number): String(number)
    case .number(let number):
      Int(exactly: number).map(String.init) ?? String(number)
    case .boolean, .array, .object: throw invalid("`\(name)` is neither text nor a number")
    }
  }

  /// A whole number; throws where it is missing, none, or below `least`.
  package func number(_ name: String, atLeast least: Int) throws(PBXError) -> Int {
    let text = try required(name)
    guard let number = Int(text), number >= least else {
      throw invalid("`\(name)` must be a whole number from \(least)")
    }
    return number
  }

  /// The operation's parameter error: its code, or HTTP 422 where it has none.
  package func invalid(_ reason: String) -> PBXError {
    guard let error else {
      return PBXError(operation: operation, cause: .invalidParameters(reason))
    }
    return PBXError(operation: operation, cause: .refused(error), detail: reason)
  }
}
