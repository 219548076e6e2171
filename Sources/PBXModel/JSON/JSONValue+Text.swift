extension JSONValue {
  /// Reads JSON text in UTF-8; throws where it is none.
  public init(parsing bytes: [UInt8]) throws(JSONSyntaxError) {
    var parser = JSONParser(bytes)
    self = try parser.parse()
  }

  /// Reads JSON text; throws where it is none.
  public init(parsing text: String) throws(JSONSyntaxError) {
    try self.init(parsing: Array(text.utf8))
  }

  /// JSON text in UTF-8.
  public func bytes(style: JSONStyle = .compact) -> [UInt8] {
    var writer = JSONWriter(style: style)
    writer.write(self)
    return writer.bytes
  }

  /// JSON text.
  public func text(style: JSONStyle = .compact) -> String {
    String(decoding: bytes(style: style), as: UTF8.self)
  }

  /// The members, nil for what is no object.
  public var object: JSONObject? {
    if case .object(let object) = self { object } else { nil }
  }

  /// The elements, nil for what is no array.
  public var elements: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }
}
