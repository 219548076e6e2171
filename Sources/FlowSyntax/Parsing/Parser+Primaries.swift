import FlowDiagnostics

/// Values, and what follows them directly.
extension Parser {
  // postfix = primary { "." NAME [ "?" ] | "[" expression "]" }
  mutating func parsePostfix() -> Expression {
    let start = tokenStart
    return parseAccesses(to: parsePrimary(), from: start)
  }

  /// Reads the fields and indices behind a value.
  mutating func parseAccesses(to base: Expression, from start: Int) -> Expression {
    var base = base
    while !isRecovering {
      switch kind {
      case .dot: base = parseField(of: base, from: start)
      case .leftBracket where token.leadingTrivia.isEmpty: base = parseIndex(of: base, from: start)
      default: return base
      }
    }
    return base
  }

  private mutating func parseField(of base: Expression, from start: Int) -> Expression {
    presume(.dot)
    guard let field = expectName() else { return .invalid(range(from: start)) }
    let isOptional = kind == .question && token.leadingTrivia.isEmpty
    if isOptional { presume(.question) }
    _ = grow()
    return .field(
      FieldAccess(base: base, field: field, isOptional: isOptional, range: range(from: start)))
  }

  private mutating func parseIndex(of base: Expression, from start: Int) -> Expression {
    let baseHeight = height
    let opener = token.range
    let outer = ignoresLineEnds
    let index = bracketed(.leftBracket) { parser in
      let index = parser.parseExpression()
      parser.close(.rightBracket, openedAt: opener, outer: outer)
      return index
    }
    _ = grow(over: baseHeight)
    return .index(IndexAccess(base: base, index: index, range: range(from: start)))
  }

  // primary = literal | text | NAME | call | list | map | "(" expression ")" | command | wait
  private mutating func parsePrimary() -> Expression {
    height = 1
    switch kind {
    case .integer, .decimal, .duration, .dialString, .malformedNumber:
      return parseNumber()
    case .text, .textHead, .rawText:
      return parseText()
    case .name:
      return parseNamed()
    case .plus, .star:
      if relexDialString() { return parseNumber() }
      return invalidValue()
    case .leftParenthesis:
      return parseParenthesized()
    case .leftBracket:
      return parseList()
    case .leftBrace where !bracesOpenBlocks:
      return parseMap()
    case .exclamation:
      reportAside(.foreignOperator("!", instead: "not"), at: token.range, replacement: "not ")
      let start = presume(.exclamation).start
      let operand = nested(orElse: Expression.invalid) { $0.parsePostfix() }
      _ = grow()
      return .unary(UnaryOperation(operator: .not, operand: operand, range: range(from: start)))
    default:
      return invalidValue()
    }
  }

  /// Reports that a value is missing here.
  private mutating func invalidValue() -> Expression {
    expected.insert(phrase: "a value")
    reportUnexpected()
    return .invalid(SourceRange(previousEnd, previousEnd))
  }

  /// Reads `+` or `*` again, with the keys behind it, as a dial string.
  mutating func relexDialString() -> Bool {
    guard index + 1 == tokens.count || tokens[index + 1].leadingTrivia.isEmpty else { return false }
    var attempt = lexer
    attempt.position = token.range.start
    guard attempt.scanLedDialString(in: bytes.span) else { return false }
    lexer = attempt
    tokens.removeSubrange(index...)
    let trivia = token.leadingTrivia
    token = Token(
      kind: .dialString, flags: token.flags, triviaStart: trivia.start, start: trivia.end,
      end: lexer.position)
    tokens.append(token)
    kind = .dialString
    return true
  }

  private mutating func parseNamed() -> Expression {
    switch token.keyword {
    case .true: return constant(.boolean(true))
    case .false: return constant(.boolean(false))
    case .null: return constant(.null)
    case .wait where startsWait(): return parseWait()
    case .and, .or, .in, .is, .not, .contains, .startswith, .endswith, .matches:
      return parseMisplacedOperator()
    default: break
    }
    let next = peek()
    if next == .leftParenthesis, isNextAdjacent() || !isVerbHere() {
      return parseCall()
    }
    if startsCommand(asStatement: false) { return parseCommand() }
    return .name(presumeName())
  }

  private mutating func constant(_ value: Literal.Value) -> Expression {
    .literal(Literal(value: value, range: presume(.name)))
  }

  /// A word operator where a value should stand is a name only if the line ends behind it.
  private mutating func parseMisplacedOperator() -> Expression {
    let next = peek()
    switch next {
    case .lineEnd, .endOfFile, .semicolon, .rightBrace, .rightParenthesis, .comma, .assign, .dot:
      return .name(presumeName())
    default:
      return invalidValue()
    }
  }

  // call = NAME "(" [ argument { "," argument } [ "," ] ] ")"
  private mutating func parseCall() -> Expression {
    let callee = presumeName()
    var arguments: [FunctionCall.Argument] = []
    var tallest = 0
    parseElements(.leftParenthesis, .rightParenthesis) { parser in
      arguments.append(parser.parseArgument())
      tallest = max(tallest, parser.height)
    }
    height = tallest
    _ = grow()
    return .call(
      FunctionCall(
        callee: callee, arguments: arguments, range: range(from: callee.range.start)))
  }

  // argument = [ NAME ":" ] expression
  private mutating func parseArgument() -> FunctionCall.Argument {
    var label: Identifier?
    if kind == .name, peek() == .colon {
      label = presumeName()
      presume(.colon)
    }
    return FunctionCall.Argument(label: label, value: parseExpression())
  }

  // list = "[" [ expression { "," expression } [ "," ] ] "]"
  private mutating func parseList() -> Expression {
    let start = tokenStart
    var elements: [Expression] = []
    var tallest = 0
    parseElements(.leftBracket, .rightBracket) { parser in
      elements.append(parser.parseExpression())
      tallest = max(tallest, parser.height)
    }
    height = tallest
    _ = grow()
    return .list(ListExpression(elements: elements, range: range(from: start)))
  }

  // map = "{" [ entry { "," entry } [ "," ] ] "}"
  private mutating func parseMap() -> Expression {
    let start = tokenStart
    var entries: [MapExpression.Entry] = []
    var tallest = 0
    parseElements(.leftBrace, .rightBrace) { parser in
      if let entry = parser.parseEntry() { entries.append(entry) }
      tallest = max(tallest, parser.height)
    }
    height = tallest
    _ = grow()
    return .map(MapExpression(entries: entries, range: range(from: start)))
  }

  // entry = ( NAME | text ) ":" expression
  private mutating func parseEntry() -> MapExpression.Entry? {
    let key: Identifier
    if kind == .text || kind == .rawText {
      let range = token.range
      key = Identifier(name: plainText(parseText()), range: range)
    } else {
      guard let name = expectName() else { return nil }
      key = name
    }
    guard expect(.colon) else { return nil }
    return MapExpression.Entry(key: key, value: parseExpression())
  }

  /// The characters of a text without `${}`.
  private func plainText(_ text: Expression) -> String {
    guard case .text(let text) = text, case .literal(let characters)? = text.parts.first else {
      return ""
    }
    return characters
  }

  /// Reads what stands between brackets, separated by commas, the last of which may hang.
  private mutating func parseElements(
    _ opener: TokenKind, _ closer: TokenKind, _ parseElement: (inout Parser) -> Void
  ) {
    let openerRange = token.range
    let outer = ignoresLineEnds
    bracketed(opener) { parser in
      while parser.kind != closer, parser.kind != .endOfFile, !parser.isRecovering {
        let place = parser.index
        parseElement(&parser)
        if parser.isRecovering { break }
        guard parser.accept(.comma) else { break }
        if parser.index == place { break }
      }
      if parser.isRecovering { parser.skipBracketed(to: closer) }
      parser.close(closer, openedAt: openerRange, outer: outer)
    }
  }

  private mutating func parseParenthesized() -> Expression {
    let opener = token.range
    let outer = ignoresLineEnds
    let inner = bracketed(.leftParenthesis) { parser in
      let inner = parser.parseExpression()
      if parser.isRecovering { parser.skipBracketed(to: .rightParenthesis) }
      parser.close(.rightParenthesis, openedAt: opener, outer: outer)
      return inner
    }
    _ = grow()
    return .parenthesized(inner, range(from: opener.start))
  }
}
