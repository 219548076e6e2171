import FlowDiagnostics

/// How a text is quoted.
enum Quote {
  /// `"…"`, on one line.
  case line
  /// `"""…"""`, over several lines.
  case block
}

/// Texts, and what begins with a character outside ASCII.
extension Lexer {
  /// Reads a text from its opening quote to its closing one or to its first `${`.
  mutating func scanText(in bytes: Span<UInt8>, flags: inout Token.Flags) -> TokenKind {
    let quote: Quote
    if isQuote(position + 1, in: bytes), isQuote(position + 2, in: bytes) {
      quote = .block
      position += 3
    } else {
      quote = .line
      position += 1
    }
    return scanTextPart(quote, in: bytes, flags: &flags) ? .text : .textHead
  }

  /// Reads on in a text behind a `${}`, from the `}` on, as its middle or its tail.
  mutating func scanTextRest(
    _ quote: Quote, in bytes: Span<UInt8>, flags: inout Token.Flags
  ) -> TokenKind {
    position += 1
    return scanTextPart(quote, in: bytes, flags: &flags) ? .textTail : .textMiddle
  }

  /// Reads up to the end of the text, which gives true, or past the next `${`, which gives false.
  private mutating func scanTextPart(
    _ quote: Quote, in bytes: Span<UInt8>, flags: inout Token.Flags
  ) -> Bool {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        switch quote {
        case .line:
          position += 1
          return true
        case .block:
          if isQuote(position + 1, in: bytes), isQuote(position + 2, in: bytes) {
            position += 3
            return true
          }
          position += 1
        }
      case UInt8(ascii: "\\"):
        position += 1
        if position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
      case UInt8(ascii: "$")
      where position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: "{"):
        position += 2
        return false
      case UInt8(ascii: "\n") where quote == .line:
        flags.insert(.isUnterminated)
        leaveBlockOpener(in: bytes)
        return true
      default:
        position += 1
      }
    }
    flags.insert(.isUnterminated)
    return true
  }

  /// Goes back before a `{` that ends the line of an open text: it opens a block more likely than
  /// it belongs to the text.
  private mutating func leaveBlockOpener(in bytes: Span<UInt8>) {
    var end = position
    while end > 0, bytes[end - 1] == UInt8(ascii: " ") || bytes[end - 1] == UInt8(ascii: "\r") {
      end -= 1
    }
    guard end >= 2, bytes[end - 1] == UInt8(ascii: "{"), bytes[end - 2] == UInt8(ascii: " ") else {
      return
    }
    end -= 1
    while bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    position = end
  }

  /// Reads `'…'`, which ends on its line.
  mutating func scanRawText(in bytes: Span<UInt8>, flags: inout Token.Flags) -> TokenKind {
    position += 1
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n") {
      position += 1
      if bytes[position - 1] == UInt8(ascii: "'") { return .rawText }
    }
    flags.insert(.isUnterminated)
    return .rawText
  }

  /// Reads what begins with a byte above ASCII: a name, or one character that is out of place.
  mutating func scanWide(in bytes: Span<UInt8>, flags: inout Token.Flags) -> TokenKind {
    guard let wide = UTF8Decoding.scalar(at: position, in: bytes) else {
      skipInvalid(in: bytes)
      return .unknown
    }
    if wide.scalar.properties.isXIDStart {
      skipWideName(in: bytes)
      return .name
    }
    position += wide.length
    if let meaning = Lookalike.meaning(of: wide.scalar) {
      flags.insert(.isLookalike)
      return meaning.kind
    }
    if Lookalike.isSpace(wide.scalar) { return .wideSpace }
    if Lookalike.opensText(wide.scalar) {
      skipPrintedText(in: bytes)
    } else if Lookalike.isLookalike(wide.scalar) {
      skipWideDigits(in: bytes)
    } else {
      skipUnknown(in: bytes)
    }
    return .unknown
  }

  private func isQuote(_ offset: Int, in bytes: Span<UInt8>) -> Bool {
    offset < bytes.count && bytes[offset] == UInt8(ascii: "\"")
  }

  /// Goes past bytes that are no valid UTF-8.
  private mutating func skipInvalid(in bytes: Span<UInt8>) {
    while position < bytes.count, bytes[position] >= 0x80,
      UTF8Decoding.scalar(at: position, in: bytes) == nil
    {
      position += 1
    }
  }

  private mutating func skipWideName(in bytes: Span<UInt8>) {
    while position < bytes.count {
      if CharacterClass.isNamePart(bytes[position]) {
        position += 1
      } else if bytes[position] >= 0x80,
        let wide = UTF8Decoding.scalar(at: position, in: bytes),
        wide.scalar.properties.isXIDContinue, !Lookalike.isLookalike(wide.scalar)
      {
        position += wide.length
      } else {
        return
      }
    }
  }

  /// Goes to the end of a text in printed quotes, if it ends on this line.
  private mutating func skipPrintedText(in bytes: Span<UInt8>) {
    var offset = position
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") {
      guard let wide = UTF8Decoding.scalar(at: offset, in: bytes) else { return }
      offset += wide.length
      if Lookalike.closesText(wide.scalar) {
        position = offset
        return
      }
    }
  }

  private mutating func skipWideDigits(in bytes: Span<UInt8>) {
    while position < bytes.count, bytes[position] >= 0x80,
      let wide = UTF8Decoding.scalar(at: position, in: bytes),
      Lookalike.isLookalike(wide.scalar)
    {
      position += wide.length
    }
  }

  /// Goes past more characters that nothing begins with, so that they are reported once.
  private mutating func skipUnknown(in bytes: Span<UInt8>) {
    while position < bytes.count, bytes[position] >= 0x80,
      let wide = UTF8Decoding.scalar(at: position, in: bytes),
      !wide.scalar.properties.isXIDStart, Lookalike.meaning(of: wide.scalar) == nil,
      !Lookalike.isSpace(wide.scalar), !Lookalike.opensText(wide.scalar),
      !Lookalike.isLookalike(wide.scalar)
    {
      position += wide.length
    }
  }
}
