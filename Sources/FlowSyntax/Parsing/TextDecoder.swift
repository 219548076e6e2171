import FlowDiagnostics

/// Turns the inside of a text into its characters: escapes, and the indentation of blocks.
struct TextDecoder {
  private let bytes: [UInt8]
  let quote: Quote
  /// The blanks before the closing `"""`, which every line may begin with.
  private var indentation: [UInt8] = []
  /// Escapes that mean nothing.
  private(set) var badEscapes: [SourceRange] = []

  /// A decoder for one text of a file.
  init(source: SourceFile, quote: Quote) {
    self.bytes = source.bytes
    self.quote = quote
  }

  /// Takes the indentation of the closing line from the part of the text before it.
  mutating func findIndentation(lastSegment: SourceRange) {
    guard quote == .block else { return }
    var start = lastSegment.end
    while start > lastSegment.start, isBlank(bytes[start - 1]) { start -= 1 }
    guard start > lastSegment.start, bytes[start - 1] == UInt8(ascii: "\n") else { return }
    indentation = Array(bytes[start..<lastSegment.end])
  }

  /// The characters of one part; the first loses the line end behind the opening quote of a block,
  /// the last the one before its closing quote.
  mutating func decode(_ segment: SourceRange, isFirst: Bool, isLast: Bool) -> String {
    var start = segment.start
    var end = segment.end
    if quote == .block {
      if isFirst { start = skipFirstLineEnd(from: start, to: end) }
      if isLast { end = trimmedEnd(from: start, to: end) }
    }
    guard start < end else { return "" }
    let slice = bytes[start..<end]
    if quote == .line || indentation.isEmpty, !slice.contains(UInt8(ascii: "\\")) {
      return String(decoding: slice, as: UTF8.self)
    }
    var characters: [UInt8] = []
    characters.reserveCapacity(slice.count)
    var offset = start
    if isFirst, start > segment.start { offset = skipIndentation(from: offset, to: end) }
    while offset < end {
      switch bytes[offset] {
      case UInt8(ascii: "\\"):
        offset = decodeEscape(at: offset, to: end, into: &characters)
      case UInt8(ascii: "\n") where quote == .block:
        characters.append(bytes[offset])
        offset = skipIndentation(from: offset + 1, to: end)
      default:
        characters.append(bytes[offset])
        offset += 1
      }
    }
    return String(decoding: characters, as: UTF8.self)
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  /// The offset behind blanks and a line end at the start of a block; the start if text follows.
  private func skipFirstLineEnd(from start: Int, to end: Int) -> Int {
    var offset = start
    while offset < end, isBlank(bytes[offset]) || bytes[offset] == UInt8(ascii: "\r") {
      offset += 1
    }
    return offset < end && bytes[offset] == UInt8(ascii: "\n") ? offset + 1 : start
  }

  /// The offset before the line end and indentation in front of a block's closing quote.
  private func trimmedEnd(from start: Int, to end: Int) -> Int {
    var offset = end
    while offset > start, isBlank(bytes[offset - 1]) { offset -= 1 }
    guard offset > start, bytes[offset - 1] == UInt8(ascii: "\n") else {
      return offset == start && start > 0 && bytes[start - 1] == UInt8(ascii: "\n")
        ? start : end
    }
    offset -= 1
    if offset > start, bytes[offset - 1] == UInt8(ascii: "\r") { offset -= 1 }
    return offset
  }

  private func skipIndentation(from start: Int, to end: Int) -> Int {
    var offset = start
    for byte in indentation {
      guard offset < end, bytes[offset] == byte else { break }
      offset += 1
    }
    return offset
  }

  /// Decodes the escape at a `\`; the offset behind it.
  private mutating func decodeEscape(
    at offset: Int, to end: Int, into characters: inout [UInt8]
  ) -> Int {
    guard offset + 1 < end else {
      badEscapes.append(SourceRange(offset, end))
      return end
    }
    switch bytes[offset + 1] {
    case UInt8(ascii: "n"): characters.append(UInt8(ascii: "\n"))
    case UInt8(ascii: "t"): characters.append(UInt8(ascii: "\t"))
    case UInt8(ascii: "r"): characters.append(UInt8(ascii: "\r"))
    case UInt8(ascii: "\\"): characters.append(UInt8(ascii: "\\"))
    case UInt8(ascii: "\""): characters.append(UInt8(ascii: "\""))
    case UInt8(ascii: "$"): characters.append(UInt8(ascii: "$"))
    case UInt8(ascii: "u"): return decodeScalar(at: offset, to: end, into: &characters)
    default:
      let length =
        UTF8Decoding.scalar(at: offset + 1, in: bytes.span).map(\.length) ?? 1
      badEscapes.append(SourceRange(offset, min(end, offset + 1 + length)))
      return min(end, offset + 1 + length)
    }
    return offset + 2
  }

  /// Decodes `\u{…}`; the offset behind it.
  private mutating func decodeScalar(
    at offset: Int, to end: Int, into characters: inout [UInt8]
  ) -> Int {
    var cursor = offset + 2
    if cursor < end, bytes[cursor] == UInt8(ascii: "{") {
      cursor += 1
      let digits = cursor
      while cursor < end, Character(Unicode.Scalar(bytes[cursor])).isHexDigit { cursor += 1 }
      let text = String(decoding: bytes[digits..<cursor], as: UTF8.self)
      if cursor < end, bytes[cursor] == UInt8(ascii: "}"),
        let value = UInt32(text, radix: 16), let scalar = Unicode.Scalar(value)
      {
        characters.append(contentsOf: Array(String(scalar).utf8))
        return cursor + 1
      }
      if cursor < end, bytes[cursor] == UInt8(ascii: "}") { cursor += 1 }
    }
    badEscapes.append(SourceRange(offset, cursor))
    return cursor
  }
}
