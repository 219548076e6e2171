import FlowDiagnostics

/// Texts with their escapes and `${}`.
extension Parser {
  // text = TEXT | RAW-TEXT | TEXT-HEAD expression { TEXT-MIDDLE expression } TEXT-TAIL
  mutating func parseText() -> Expression {
    height = 1
    switch kind {
    case .rawText:
      let range = token.range
      let end = token.flags.contains(.isUnterminated) ? range.end : range.end - 1
      let characters = source.text(in: SourceRange(range.start + 1, max(range.start + 1, end)))
      presume(.rawText)
      return .text(InterpolatedText(parts: literalParts(characters), range: range))
    case .text:
      let range = token.range
      let characters = plainCharacters(of: token)
      presume(.text)
      return .text(InterpolatedText(parts: literalParts(characters), range: range))
    default:
      return nested(orElse: Expression.invalid) { $0.parseInterpolatedText() }
    }
  }

  private func literalParts(_ characters: String) -> [InterpolatedText.Part] {
    characters.isEmpty ? [] : [.literal(characters)]
  }

  /// Decodes a text that has no `${}`.
  private mutating func plainCharacters(of token: Token) -> String {
    let content = Self.content(of: token, quote: quote(of: token))
    var decoder = TextDecoder(source: source, quote: quote(of: token))
    decoder.findIndentation(lastSegment: content)
    let characters = decoder.decode(content, isFirst: true, isLast: true)
    reportEscapes(decoder)
    return characters
  }

  /// How the text that a token begins is quoted.
  private func quote(of token: Token) -> Quote {
    let start = token.range.start
    guard token.range.count >= 3, bytes[start + 1] == UInt8(ascii: "\""),
      bytes[start + 2] == UInt8(ascii: "\"")
    else { return .line }
    return .block
  }

  /// The range between the quotes, `${` or `}` at a token's ends.
  private static func content(of token: Token, quote: Quote) -> SourceRange {
    let quoteLength = quote == .block ? 3 : 1
    let range = token.range
    let front = token.kind == .text || token.kind == .textHead ? quoteLength : 1
    let back =
      switch token.kind {
      case .textHead, .textMiddle: 2
      default: token.flags.contains(.isUnterminated) ? 0 : quoteLength
      }
    return SourceRange(range.start + front, max(range.start + front, range.end - back))
  }

  private mutating func parseInterpolatedText() -> Expression {
    let head = token
    let quote = quote(of: head)
    var segments = [Self.content(of: head, quote: quote)]
    var values: [Expression] = []
    var tallest = 0
    let saved = (ignoresLineEnds, bracesOpenBlocks, isInCondition)
    (bracesOpenBlocks, isInCondition) = (false, false)
    ignoresLineEnds = quote == .block
    presume(.textHead)
    while true {
      values.append(parseInterpolation())
      tallest = max(tallest, height)
      guard kind == .rightBrace else {
        (ignoresLineEnds, bracesOpenBlocks, isInCondition) = saved
        refreshKind()
        reportUnclosed(
          .rightBrace,
          openedAt: SourceRange(
            segments[segments.count - 1].end, segments[segments.count - 1].end + 2))
        return .invalid(range(from: head.range.start))
      }
      relexTextRest(quote)
      segments.append(Self.content(of: token, quote: quote))
      if kind == .textTail { break }
      advance()
    }
    (ignoresLineEnds, bracesOpenBlocks, isInCondition) = saved
    advance()
    height = tallest
    _ = grow()
    let parts = textParts(segments, values, quote)
    return .text(InterpolatedText(parts: parts, range: range(from: head.range.start)))
  }

  /// The expression of one `${}`; after an error, goes to its `}`.
  private mutating func parseInterpolation() -> Expression {
    if kind == .rightBrace {
      report(.emptyInterpolation, at: SourceRange(previousEnd - 2, token.range.end))
      return .invalid(token.range)
    }
    let value = parseExpression()
    if kind != .rightBrace, !isRecovering {
      expected.insert(.rightBrace)
      reportUnexpected()
    }
    if isRecovering { skipBracketed(to: .rightBrace) }
    return value
  }

  /// Reads the `}` at hand again, as the middle or the tail of the text around the `${}`.
  private mutating func relexTextRest(_ quote: Quote) {
    tokens.removeSubrange(index...)
    let trivia = token.leadingTrivia
    lexer.position = trivia.end
    var flags = token.flags
    flags.remove(.startsLine)
    let contents = bytes
    let kind = lexer.scanTextRest(quote, in: contents.span, flags: &flags)
    token = Token(
      kind: kind, flags: flags, triviaStart: trivia.start, start: trivia.end, end: lexer.position)
    tokens.append(token)
    self.kind = kind
    if flags.contains(.isUnterminated) { _ = checkSpelling(of: token) }
  }

  private mutating func textParts(
    _ segments: [SourceRange], _ values: [Expression], _ quote: Quote
  ) -> [InterpolatedText.Part] {
    var decoder = TextDecoder(source: source, quote: quote)
    decoder.findIndentation(lastSegment: segments[segments.count - 1])
    var parts: [InterpolatedText.Part] = []
    for (offset, segment) in segments.enumerated() {
      let isLast = offset == segments.count - 1
      let characters = decoder.decode(segment, isFirst: offset == 0, isLast: isLast)
      if !characters.isEmpty { parts.append(.literal(characters)) }
      if !isLast { parts.append(.interpolation(values[offset])) }
    }
    reportEscapes(decoder)
    return parts
  }

  private mutating func reportEscapes(_ decoder: TextDecoder) {
    for escape in decoder.badEscapes {
      let text = source.text(in: escape)
      reportAside(.badEscape(text), at: escape)
    }
  }
}
