/// Reads an operation's parameters, numbers and strings alike.
public struct OperationParameters: Sendable {
  private let operation: String
  private let error: APIErrorCode?
  private let fields: [OperationField]
  private let json: JSONObject

  public init<Operation: APIOperation>(_ json: JSONObject, of operation: Operation.Type) {
    self.operation = Operation.name
    self.error = Operation.parameterError
    self.fields = Operation.fields
    self.json = json
  }

  /// A field's text; throws where it is missing, empty, no text, or none of the field's values.
  public func required(_ name: String) throws(PBXError) -> String {
    guard let text = try optional(name) else { throw invalid("`\(name)` is required") }
    return text
  }

  /// A field's text, nil where it is missing or empty; throws where it is a list or an object, or
  /// none of the field's values.
  public func optional(_ name: String) throws(PBXError) -> String? {
    let text: String
    switch json[name] {
    case nil, .null, .string(""): return nil
    case .string(let value): text = value
    case .integer(let number): text = String(number)
    case .number(let number): text = Int(exactly: number).map(String.init) ?? String(number)
    case .boolean, .array, .object: throw invalid("`\(name)` is neither text nor a number")
    }
    if let values = fields.first(where: { $0.name == name })?.values, !values.isEmpty,
      !values.contains(text)
    {
      throw invalid("`\(name)` must be \(Self.alternatives(values))")
    }
    return text
  }

  /// A whole number; throws where it is missing, none, or outside of the range.
  public func number(
    _ name: String, in range: ClosedRange<Int> = 1...Int.max
  ) throws(PBXError) -> Int {
    guard let number = try optionalNumber(name, in: range) else {
      throw invalid("`\(name)` is required")
    }
    return number
  }

  /// A whole number, nil where it is missing; throws where it is none, or outside of the range.
  public func optionalNumber(
    _ name: String, in range: ClosedRange<Int> = 1...Int.max
  ) throws(PBXError) -> Int? {
    guard let text = try optional(name) else { return nil }
    guard let number = Int(text), range.contains(number) else {
      let bounds =
        range.upperBound == .max
        ? "from \(range.lowerBound)"
        : "from \(range.lowerBound) to \(range.upperBound)"
      throw invalid("`\(name)` must be a whole number \(bounds)")
    }
    return number
  }

  /// A time as the API writes it; throws where it is missing or no time.
  public func time(_ name: String) throws(PBXError) -> String {
    guard let time = try optionalTime(name) else { throw invalid("`\(name)` is required") }
    return time
  }

  /// A time as the API writes it, nil where it is missing; throws where it is no time.
  public func optionalTime(_ name: String) throws(PBXError) -> String? {
    guard let text = try optional(name) else { return nil }
    guard LocalDateTime(text) != nil else {
      throw invalid("`\(name)` must be a time of the form yyyy-MM-dd HH:mm:ss")
    }
    return text
  }

  /// The operation's parameter error: its code, or HTTP 422 where it has none.
  public func invalid(_ reason: String) -> PBXError {
    guard let error else {
      return PBXError(operation: operation, cause: .invalidParameters(reason))
    }
    return PBXError(operation: operation, cause: .refused(error), detail: reason)
  }

  private static func alternatives(_ values: [String]) -> String {
    let quoted = values.map { "`\($0)`" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.joined() }
    return quoted.dropLast().joined(separator: ", ") + " or " + last
  }
}
