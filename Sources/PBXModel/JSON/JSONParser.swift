/// Reads JSON text (RFC 8259) into values: members keep their order, of several members of one name
/// the last one counts.
///
/// No library of the standard's size keeps the order of members, which tables and reports show.
struct JSONParser {
  /// How deep arrays and objects may stand in each other; what comes from outside must not be able
  /// to use up the stack.
  private static let depthLimit = 128

  private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")

  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Reads the whole text as one value.
  mutating func parse() throws(JSONSyntaxError) -> JSONValue {
    let value = try parseValue()
    skipBlanks()
    guard index == bytes.count else { throw unexpected("one value, and nothing after it") }
    return value
  }

  private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  private func unexpected(_ expected: String) -> JSONSyntaxError {
    JSONSyntaxError(offset: index, expected: expected)
  }

  private mutating func skipBlanks() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      index += 1
    }
  }

  private mutating func accept(_ byte: UInt8) -> Bool {
    guard current == byte else { return false }
    index += 1
    return true
  }

  private mutating func parseValue() throws(JSONSyntaxError) -> JSONValue {
    skipBlanks()
    switch current {
    case UInt8(ascii: "{"):
      return .object(
        try nested { (parser) throws(JSONSyntaxError) in
          try parser.parseObject()
        })
    case UInt8(ascii: "["):
      return .array(
        try nested { (parser) throws(JSONSyntaxError) in
          try parser.parseArray()
        })
    case UInt8(ascii: "\""): return .string(try parseString())
    case UInt8(ascii: "t"): return try parseWord("true", .boolean(true))
    case UInt8(ascii: "f"): return try parseWord("false", .boolean(false))
    case UInt8(ascii: "n"): return try parseWord("null", .null)
    case UInt8(ascii: "-"): return try parseNumber()
    case let digit? where Self.digits.contains(digit): return try parseNumber()
    default: throw unexpected("a value")
    }
  }

  private mutating func nested<Result>(
    _ parse: (inout JSONParser) throws(JSONSyntaxError) -> Result
  ) throws(JSONSyntaxError) -> Result {
    guard depth < Self.depthLimit else { throw unexpected("at most 128 levels of brackets") }
    depth += 1
    defer { depth -= 1 }
    index += 1
    return try parse(&self)
  }

  private mutating func parseWord(
    _ word: StaticString, _ value: JSONValue
  ) throws(JSONSyntaxError) -> JSONValue {
    let end = index + word.utf8CodeUnitCount
    guard end <= bytes.count,
      word.withUTF8Buffer({ $0.elementsEqual(bytes[index..<end]) })
    else { throw unexpected("a value") }
    index = end
    return value
  }

  private mutating func parseArray() throws(JSONSyntaxError) -> [JSONValue] {
    var elements: [JSONValue] = []
    skipBlanks()
    if accept(UInt8(ascii: "]")) { return elements }
    while true {
      elements.append(try parseValue())
      skipBlanks()
      if accept(UInt8(ascii: "]")) { return elements }
      guard accept(UInt8(ascii: ",")) else { throw unexpected("`,` or `]`") }
    }
  }

  private mutating func parseObject() throws(JSONSyntaxError) -> JSONObject {
    var members: [JSONObject.Member] = []
    skipBlanks()
    if accept(UInt8(ascii: "}")) { return JSONObject() }
    while true {
      skipBlanks()
      guard current == UInt8(ascii: "\"") else { throw unexpected("a member's name in quotes") }
      let name = try parseString()
      skipBlanks()
      guard accept(UInt8(ascii: ":")) else { throw unexpected("`:`") }
      members.append(JSONObject.Member(name: name, value: try parseValue()))
      skipBlanks()
      if accept(UInt8(ascii: "}")) { return JSONObject(merging: members) }
      guard accept(UInt8(ascii: ",")) else { throw unexpected("`,` or `}`") }
    }
  }

  // MARK: Numbers

  private mutating func skipDigits() throws(JSONSyntaxError) {
    let start = index
    while let byte = current, Self.digits.contains(byte) { index += 1 }
    guard index > start else { throw unexpected("a digit") }
  }

  private mutating func parseNumber() throws(JSONSyntaxError) -> JSONValue {
    let start = index
    var isWhole = true
    _ = accept(UInt8(ascii: "-"))
    if !accept(UInt8(ascii: "0")) { try skipDigits() }
    if accept(UInt8(ascii: ".")) {
      isWhole = false
      try skipDigits()
    }
    if accept(UInt8(ascii: "e")) || accept(UInt8(ascii: "E")) {
      isWhole = false
      if !accept(UInt8(ascii: "+")) { _ = accept(UInt8(ascii: "-")) }
      try skipDigits()
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if isWhole, let number = Int(text) { return .integer(number) }
    guard let number = Double(text), number.isFinite else {
      index = start
      throw unexpected("a number of at most 64 bits")
    }
    return .number(number)
  }

  // MARK: Strings

  private mutating func parseString() throws(JSONSyntaxError) -> String {
    index += 1
    let start = index
    while let byte = current, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 {
      index += 1
    }
    if current == UInt8(ascii: "\"") {
      defer { index += 1 }
      return try text(bytes[start..<index])
    }
    var content = Array(bytes[start..<index])
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        let result = try text(content[...])
        index += 1
        return result
      case UInt8(ascii: "\\"):
        index += 1
        try parseEscape(into: &content)
      case 0..<0x20: throw unexpected("no control character in a string")
      default:
        content.append(byte)
        index += 1
      }
    }
    throw unexpected("`\"` at the string's end")
  }

  private func text(_ content: ArraySlice<UInt8>) throws(JSONSyntaxError) -> String {
    guard let text = String(validating: content, as: UTF8.self) else {
      throw unexpected("UTF-8")
    }
    return text
  }

  private mutating func parseEscape(into content: inout [UInt8]) throws(JSONSyntaxError) {
    guard let byte = current else { throw unexpected("a character after `\\`") }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(byte)
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "f"): content.append(0x0C)
    case UInt8(ascii: "n"): content.append(0x0A)
    case UInt8(ascii: "r"): content.append(0x0D)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "u"): content += UTF8.encode(try parseScalar()).map { Array($0) } ?? []
    default:
      index -= 1
      throw unexpected("one of `\"\\/bfnrtu` after `\\`")
    }
  }

  /// The scalar of `\uXXXX`, or of two of them that make a surrogate pair; half a pair is U+FFFD.
  private mutating func parseScalar() throws(JSONSyntaxError) -> Unicode.Scalar {
    let first = try parseHexadecimal()
    guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
    let rest = index
    if accept(UInt8(ascii: "\\")), accept(UInt8(ascii: "u")) {
      let second = try parseHexadecimal()
      if (0xDC00..<0xE000).contains(second) {
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
      }
    }
    index = rest
    return "\u{FFFD}"
  }

  private mutating func parseHexadecimal() throws(JSONSyntaxError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = current, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw unexpected("four hexadecimal digits")
      }
      value = value << 4 + UInt32(digit)
      index += 1
    }
    return value
  }
}
