/// Writes values as JSON text (RFC 8259).
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private let style: JSONStyle
  private var depth = 0

  init(style: JSONStyle) {
    self.style = style
    bytes.reserveCapacity(1024)
  }

  mutating func write(_ value: JSONValue) {
    switch value {
    case .null: append("null")
    case .boolean(let flag): append(flag ? "true" : "false")
    case .integer(let number): append(String(number))
    case .number(let number): append(number.isFinite ? number.description : "null")
    case .string(let text): write(text)
    case .array(let elements):
      writeList(UInt8(ascii: "["), elements, UInt8(ascii: "]")) { writer, element in
        writer.write(element)
      }
    case .object(let object):
      writeList(UInt8(ascii: "{"), object.members, UInt8(ascii: "}")) { writer, member in
        writer.write(member.name)
        writer.append(writer.style == .indented ? ": " : ":")
        writer.write(member.value)
      }
    }
  }

  private mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func writeList<Item>(
    _ opener: UInt8, _ items: [Item], _ closer: UInt8, write: (inout JSONWriter, Item) -> Void
  ) {
    bytes.append(opener)
    depth += 1
    for (index, item) in items.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      breakLine()
      write(&self, item)
    }
    depth -= 1
    if !items.isEmpty { breakLine() }
    bytes.append(closer)
  }

  private mutating func breakLine() {
    guard style == .indented else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  private mutating func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    if !appendUnchanged(text) {
      if style == .vendor {
        for scalar in text.unicodeScalars { writeEscaped(scalar) }
      } else {
        for byte in text.utf8 { writePlain(byte) }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Appends a text of which nothing is escaped, as nearly all are; false for another.
  private mutating func appendUnchanged(_ text: String) -> Bool {
    var text = text
    let isVendor = style == .vendor
    return text.withUTF8 { content in
      for byte in content {
        let isEscaped =
          byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
          || isVendor && (byte == UInt8(ascii: "/") || byte >= 0x80)
        if isEscaped { return false }
      }
      bytes.append(contentsOf: content)
      return true
    }
  }

  private mutating func writePlain(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    case 0x0A: append("\\n")
    case 0x0D: append("\\r")
    case 0x09: append("\\t")
    case 0..<0x20: writeHexadecimal(UInt16(byte))
    default: bytes.append(byte)
    }
  }

  private mutating func writeEscaped(_ scalar: Unicode.Scalar) {
    if scalar == "/" {
      append("\\/")
    } else if scalar.isASCII {
      writePlain(UInt8(truncatingIfNeeded: scalar.value))
    } else {
      for unit in UTF16.encode(scalar) ?? UTF16.EncodedScalar() { writeHexadecimal(unit) }
    }
  }

  private mutating func writeHexadecimal(_ unit: UInt16) {
    let digits = String(unit, radix: 16)
    append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
  }
}

/// How JSON is laid out and which characters are escaped.
public enum JSONStyle: Hashable, Sendable {
  /// On one line, escaping only what must be.
  case compact
  /// For people to read.
  case indented
  /// As the vendor's PHP writes it: on one line, with `/` and all that is not ASCII escaped.
  case vendor
}
