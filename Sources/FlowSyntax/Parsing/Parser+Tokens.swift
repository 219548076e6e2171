import FlowDiagnostics

/// Moving over the tokens, and the verbs that productions are written in.
extension Parser {
  /// Lexes the current token if need be and makes it what the grammar sees.
  ///
  /// Characters that are reported and otherwise blanks are passed here.
  mutating func load() {
    while true {
      if index == tokens.count { tokens.append(lexToken()) }
      token = tokens[index]
      if !token.flags.isEmpty || token.kind.rawValue >= TokenKind.ampersands.rawValue
        || token.kind == .malformedNumber
      {
        if checkSpelling(of: token) {
          index += 1
          continue
        }
      }
      break
    }
    refreshKind()
  }

  /// Reads the next token of the file.
  private mutating func lexToken() -> Token {
    let contents = bytes
    return lexer.next(in: contents.span)
  }

  /// Decides again whether the current place is a line end, after brackets opened or closed.
  mutating func refreshKind() {
    kind = token.flags.contains(.startsLine) && !ignoresLineEnds ? .lineEnd : token.kind
  }

  /// Takes the current token, or the line end before it.
  mutating func advance() {
    expected.removeAll()
    if kind == .lineEnd {
      kind = token.kind
      return
    }
    guard token.kind != .endOfFile else { return }
    previousEnd = token.range.end
    index += 1
    load()
  }

  /// Passes a line end that ends nothing, because the line before it goes on.
  mutating func passLineEnd() {
    if kind == .lineEnd { kind = token.kind }
    if kind == .endOfFile { isIncomplete = true }
  }

  /// The token that many places further on; a line end counts as what it precedes.
  mutating func peekToken(_ offset: Int = 1) -> Token {
    while index + offset >= tokens.count {
      if let last = tokens.last, last.kind == .endOfFile { return last }
      tokens.append(lexToken())
    }
    return tokens[index + offset]
  }

  /// What the grammar would see that many places further on.
  mutating func peek(_ offset: Int = 1) -> TokenKind {
    let token = peekToken(offset)
    return token.flags.contains(.startsLine) && !ignoresLineEnds ? .lineEnd : token.kind
  }

  /// What a token spells.
  func text(of token: Token) -> String {
    let range = token.range
    return String(decoding: bytes[range.start..<range.end], as: UTF8.self)
  }

  /// The keyword at the current place.
  var keyword: Keyword? { kind == .name ? token.keyword : nil }

  /// Whether the next token follows the current one without a blank.
  mutating func isNextAdjacent() -> Bool { peekToken().leadingTrivia.isEmpty }

  /// Whether a token of a kind is here; noted as expected.
  mutating func at(_ wanted: TokenKind) -> Bool {
    if kind == wanted { return true }
    expected.insert(wanted)
    return false
  }

  /// Whether a keyword is here; noted as expected.
  mutating func at(_ wanted: Keyword) -> Bool {
    if kind == .name, token.keyword == wanted { return true }
    expected.insert(wanted)
    return false
  }

  /// Takes a token of a kind if it is here.
  mutating func accept(_ wanted: TokenKind) -> Bool {
    guard at(wanted) else { return false }
    advance()
    return true
  }

  /// Takes a keyword if it is here.
  mutating func accept(_ wanted: Keyword) -> Bool {
    guard at(wanted) else { return false }
    advance()
    return true
  }

  /// Takes a token of a kind, or reports that it is missing; whether it was there.
  @discardableResult
  mutating func expect(_ wanted: TokenKind) -> Bool {
    if accept(wanted) { return true }
    reportUnexpected()
    return false
  }

  /// Takes a token that the caller has seen; its range.
  @discardableResult
  mutating func presume(_ wanted: TokenKind) -> SourceRange {
    precondition(kind == wanted, "the caller looked")
    let range = token.range
    advance()
    return range
  }

  /// Takes a keyword that the caller has seen; its range.
  @discardableResult
  mutating func presume(_ wanted: Keyword) -> SourceRange {
    precondition(keyword == wanted, "the caller looked")
    return presume(.name)
  }

  /// Takes a name or reports that one is missing.
  mutating func expectName() -> Identifier? {
    guard at(.name) else {
      reportUnexpected()
      return nil
    }
    return presumeName()
  }

  /// Takes a name that the caller has seen.
  mutating func presumeName() -> Identifier {
    let identifier = Identifier(name: text(of: token), range: token.range)
    presume(.name)
    return identifier
  }

  /// From an offset to the end of the last token taken.
  func range(from start: Int) -> SourceRange { SourceRange(start, max(start, previousEnd)) }

  /// Reads one level deeper, unless the file is too deeply nested to go on.
  mutating func nested<Node>(
    orElse invalid: (SourceRange) -> Node, _ parse: (inout Parser) -> Node
  ) -> Node {
    guard depth < Self.depthLimit else { return invalid(abandon()) }
    depth += 1
    defer { depth -= 1 }
    return parse(&self)
  }

  /// Reads the inside of brackets, where line ends are blanks, from the bracket at hand on.
  mutating func bracketed<Node>(_ opener: TokenKind, _ parse: (inout Parser) -> Node) -> Node {
    let saved = (ignoresLineEnds, bracesOpenBlocks, isInCondition)
    (ignoresLineEnds, bracesOpenBlocks, isInCondition) = (true, false, false)
    presume(opener)
    let node = parse(&self)
    (ignoresLineEnds, bracesOpenBlocks, isInCondition) = saved
    return node
  }

  /// Takes a closing bracket, or reports the opening one; line ends count again behind it.
  mutating func close(_ closer: TokenKind, openedAt opener: SourceRange, outer: Bool) {
    if kind == closer {
      ignoresLineEnds = outer
      advance()
      return
    }
    expected.insert(closer)
    if kind == .endOfFile { isIncomplete = true }
    reportUnclosed(closer, openedAt: opener)
    ignoresLineEnds = outer
    refreshKind()
  }
}
