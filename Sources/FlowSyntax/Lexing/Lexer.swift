import FlowDiagnostics

/// Cuts a file into tokens, one at a time, from a place that the parser may set back.
///
/// It keeps no state but its place. Where one text can be two things, it answers the one that needs
/// no context, and the parser asks for the other: `+` and `*` become dial strings where an operand
/// may begin, and the `}` that ends a `${}` becomes the rest of the text around it.
struct Lexer {
  /// The offset of the next byte to read.
  var position = 0
  private let keywords = KeywordTable.shared

  /// The next token; at the end of the file, `endOfFile` however often it is asked.
  mutating func next(in bytes: Span<UInt8>) -> Token {
    let triviaStart = position
    var flags: Token.Flags = skipTrivia(in: bytes) ? .startsLine : []
    let start = position
    var keyword: Keyword?
    let kind: TokenKind
    if start < bytes.count {
      kind = scanToken(in: bytes, keyword: &keyword, flags: &flags)
    } else {
      kind = .endOfFile
    }
    return Token(
      kind: kind, keyword: keyword, flags: flags, triviaStart: triviaStart, start: start,
      end: position)
  }

  /// Skips blanks, line ends, comments and joined lines; whether a statement may end here.
  private mutating func skipTrivia(in bytes: Span<UInt8>) -> Bool {
    var sawLineEnd = false
    if position == 0, bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
      position = 3
    }
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
        position += 1
      case UInt8(ascii: "\n"):
        sawLineEnd = true
        position += 1
      case UInt8(ascii: "#"):
        skipLine(in: bytes)
      case UInt8(ascii: "\\"):
        guard let lineEnd = lineEnd(after: position, in: bytes) else { return sawLineEnd }
        position = lineEnd
      default:
        return sawLineEnd
      }
    }
    return sawLineEnd
  }

  /// The place behind the line end that follows a `\`, with blanks allowed between.
  private func lineEnd(after backslash: Int, in bytes: Span<UInt8>) -> Int? {
    var offset = backslash + 1
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): offset += 1
      case UInt8(ascii: "\n"): return offset + 1
      default: return nil
      }
    }
    return offset
  }

  /// Goes to the line feed that ends this line, or to the end of the file.
  mutating func skipLine(in bytes: Span<UInt8>) {
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
  }

  /// Reads one token that begins at a byte of the file; always takes one byte or more.
  private mutating func scanToken(
    in bytes: Span<UInt8>, keyword: inout Keyword?, flags: inout Token.Flags
  ) -> TokenKind {
    let first = bytes[position]
    switch first {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"):
      keyword = scanName(in: bytes)
      return .name
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      return scanNumber(in: bytes)
    case UInt8(ascii: "\""):
      return scanText(in: bytes, flags: &flags)
    case UInt8(ascii: "'"):
      return scanRawText(in: bytes, flags: &flags)
    case 0x80...:
      return scanWide(in: bytes, flags: &flags)
    default:
      return scanPunctuation(first, in: bytes)
    }
  }

  /// Reads the letters, digits and `_` of a name; the keyword that it spells, if any.
  private mutating func scanName(in bytes: Span<UInt8>) -> Keyword? {
    let start = position
    var prefix: UInt64 = 0
    while position < bytes.count {
      let byte = bytes[position]
      if CharacterClass.isNamePart(byte) {
        if position - start < 8 { prefix = prefix << 8 | UInt64(byte) }
        position += 1
      } else if byte >= 0x80, let wide = UTF8Decoding.scalar(at: position, in: bytes),
        wide.scalar.properties.isXIDContinue, !Lookalike.isLookalike(wide.scalar)
      {
        position += wide.length
        prefix = 0
      } else {
        break
      }
    }
    return keywords.keyword(prefix: prefix, length: position - start, first: bytes[start])
  }

  /// Reads punctuation of one or two ASCII characters.
  private mutating func scanPunctuation(_ first: UInt8, in bytes: Span<UInt8>) -> TokenKind {
    let second = position + 1 < bytes.count ? bytes[position + 1] : 0
    if let kind = Self.pair(first, second) {
      position += 2
      if kind == .slashComment { skipLine(in: bytes) }
      return kind
    }
    position += 1
    switch first {
    case UInt8(ascii: "("): return .leftParenthesis
    case UInt8(ascii: ")"): return .rightParenthesis
    case UInt8(ascii: "["): return .leftBracket
    case UInt8(ascii: "]"): return .rightBracket
    case UInt8(ascii: "{"): return .leftBrace
    case UInt8(ascii: "}"): return .rightBrace
    case UInt8(ascii: ","): return .comma
    case UInt8(ascii: ":"): return .colon
    case UInt8(ascii: ";"): return .semicolon
    case UInt8(ascii: "."): return .dot
    case UInt8(ascii: "?"): return .question
    case UInt8(ascii: "="): return .assign
    case UInt8(ascii: "<"): return .less
    case UInt8(ascii: ">"): return .greater
    case UInt8(ascii: "+"): return .plus
    case UInt8(ascii: "-"): return .minus
    case UInt8(ascii: "*"): return .star
    case UInt8(ascii: "/"): return .slash
    case UInt8(ascii: "%"): return .percent
    case UInt8(ascii: "!"): return .exclamation
    default: return .unknown
    }
  }

  /// The token that two characters make together.
  private static func pair(_ first: UInt8, _ second: UInt8) -> TokenKind? {
    switch (first, second) {
    case (UInt8(ascii: "-"), UInt8(ascii: ">")): .arrow
    case (UInt8(ascii: "="), UInt8(ascii: "=")): .equal
    case (UInt8(ascii: "!"), UInt8(ascii: "=")): .notEqual
    case (UInt8(ascii: "<"), UInt8(ascii: "=")): .lessOrEqual
    case (UInt8(ascii: ">"), UInt8(ascii: "=")): .greaterOrEqual
    case (UInt8(ascii: "?"), UInt8(ascii: "?")): .coalesce
    case (UInt8(ascii: "&"), UInt8(ascii: "&")): .ampersands
    case (UInt8(ascii: "|"), UInt8(ascii: "|")): .bars
    case (UInt8(ascii: "/"), UInt8(ascii: "/")): .slashComment
    default: nil
    }
  }
}
