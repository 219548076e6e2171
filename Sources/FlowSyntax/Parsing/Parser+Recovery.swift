import FlowDiagnostics

/// Reporting what is wrong, and going on behind it.
extension Parser {
  /// The token before the current one.
  var tokenBefore: Token { tokens[max(0, index - 1)] }

  /// The place between the token before and the line end.
  var placeBefore: SourceRange { SourceRange(previousEnd, previousEnd) }

  /// Reports an error that leaves the tree as it is; nothing while recovering.
  mutating func report(
    _ error: SyntaxError, at range: SourceRange, notes: [Diagnostic.Note] = [],
    fixIts: [Diagnostic.FixIt] = []
  ) {
    guard !isRecovering, !isAbandoned else { return }
    diagnostics.append(error.diagnostic(at: range, notes: notes, fixIts: fixIts))
  }

  /// Reports an error of a token's spelling, which follows from no other.
  mutating func reportAside(
    _ error: SyntaxError, at range: SourceRange, replacement: String? = nil
  ) {
    guard !isAbandoned else { return }
    let fixIts = replacement.map { [SyntaxError.replacement(of: range, with: $0)] } ?? []
    diagnostics.append(error.diagnostic(at: range, notes: [], fixIts: fixIts))
  }

  /// Reports the token at hand, with all that was asked for here; the statement is not read on.
  mutating func reportUnexpected() {
    defer { isRecovering = true }
    guard !isRecovering, kind != .malformedNumber, kind != .unknown else { return }
    if kind == .endOfFile, depth > 1, isInsideBrackets { isIncomplete = true }
    let isEnd = kind == .lineEnd || kind == .endOfFile
    let found =
      isEnd || token.range.count > 40
      ? kind.description : "`\(source.text(in: token.range))`"
    var fixIts: [Diagnostic.FixIt] = []
    if kind == .name,
      let word = Spelling.closest(to: source.text(in: token.range), among: expected.allWords)
    {
      fixIts.append(SyntaxError.spelling(word, at: token.range))
    }
    report(
      .unexpected(
        found: found, expected: expected.descriptions,
        after: index > 0 ? shortText(of: tokenBefore) : nil),
      at: isEnd ? placeBefore : token.range, fixIts: fixIts)
  }

  /// Whether line ends are blanks here.
  private var isInsideBrackets: Bool { ignoresLineEnds }

  /// A token's text if it is short enough for a message.
  private func shortText(of token: Token) -> String? {
    token.range.count <= 24 && !token.range.isEmpty ? source.text(in: token.range) : nil
  }

  /// Reports a bracket or block that is not closed here, pointing to its opening.
  mutating func reportUnclosed(_ closer: TokenKind, openedAt opener: SourceRange) {
    defer { isRecovering = true }
    guard !isRecovering, kind != .malformedNumber, kind != .unknown else { return }
    if kind == .endOfFile || closer == .rightBrace {
      report(
        .unclosed(source.text(in: opener)), at: placeBefore,
        notes: [SyntaxError.openedHere(source.text(in: opener), at: opener)])
    } else {
      let found = kind == .lineEnd ? kind.description : "`\(source.text(in: token.range))`"
      report(
        .unexpected(found: found, expected: expected.descriptions, after: nil),
        at: kind == .lineEnd ? placeBefore : token.range,
        notes: [SyntaxError.openedHere(source.text(in: opener), at: opener)])
    }
  }

  /// Reports a token that cannot be one, or is spelled oddly; whether it is passed as a blank.
  mutating func checkSpelling(of token: Token) -> Bool {
    let range = token.range
    switch token.kind {
    case .slashComment:
      reportAside(
        .foreignComment, at: SourceRange(range.start, range.start + 2), replacement: "#")
      return true
    case .wideSpace:
      reportAside(.wideSpace, at: range, replacement: " ")
      return true
    case .unknown:
      reportUnknown(token)
      isRecovering = true
      return false
    case .malformedNumber:
      reportAside(.malformedNumber(source.text(in: range)), at: range)
      return false
    default:
      if token.flags.contains(.isUnterminated) { reportUnterminated(token) }
      if token.flags.contains(.isLookalike) { reportLookalike(token) }
      return false
    }
  }

  private mutating func reportUnterminated(_ token: Token) {
    let isBlock = token.kind != .rawText && source.text(in: token.range).hasPrefix("\"\"\"")
    if isBlock { isIncomplete = true }
    let end = isBlock ? token.range.start + 3 : token.range.end
    reportAside(
      .unterminatedText(token.kind == .rawText ? "'" : isBlock ? "\"\"\"" : "\""),
      at: SourceRange(token.range.start, end))
    isRecovering = true
  }

  private mutating func reportLookalike(_ token: Token) {
    let text = source.text(in: token.range)
    guard let scalar = text.unicodeScalars.first, let meaning = Lookalike.meaning(of: scalar)
    else { return }
    reportAside(
      .lookalike(text, meaning: meaning.text), at: token.range, replacement: meaning.text)
  }

  private mutating func reportUnknown(_ token: Token) {
    let text = source.text(in: token.range)
    guard let scalar = text.unicodeScalars.first, scalar != "\u{FFFD}", scalar.value >= 0x20,
      scalar.value != 0x7F
    else { return }
    if Lookalike.isLookalike(scalar) {
      let digits = String(
        String.UnicodeScalarView(
          text.unicodeScalars.compactMap { Unicode.Scalar($0.value - 0xFEE0) }))
      reportAside(.lookalike(text, meaning: digits), at: token.range, replacement: digits)
    } else if Lookalike.opensText(scalar) {
      reportPrintedText(text, at: token.range)
    } else {
      report(.unknownCharacter(text), at: token.range)
    }
  }

  private mutating func reportPrintedText(_ text: String, at range: SourceRange) {
    let scalars = text.unicodeScalars
    let isWhole =
      scalars.count > 1 && Lookalike.closesText(scalars[scalars.index(before: scalars.endIndex)])
    let plain = isWhole ? "\"\(String(text.dropFirst().dropLast()))\"" : nil
    reportAside(
      .lookalike(String(text.prefix(1)), meaning: "\""), at: range, replacement: plain)
  }

  /// Reports a statement that begins with a name that is no command.
  mutating func reportUnknownCommand(_ name: Identifier) {
    defer { isRecovering = true }
    if let foreign = ForeignWord.entry(for: name.name) {
      report(
        .unknownCommand(name.name), at: name.range, fixIts: [replacement(of: name, by: foreign)])
      return
    }
    let words =
      commands.signatures.map(\.verb) + Keyword.allCases.filter(\.startsStatement).map(\.rawValue)
    let closest = Spelling.closest(to: name.name, among: words)
    report(
      .unknownCommand(name.name), at: name.range,
      fixIts: closest.map { [SyntaxError.spelling($0, at: name.range)] } ?? [])
  }

  /// What is meant by a word of other languages, with the number at hand where it lacks its unit.
  private func replacement(of name: Identifier, by foreign: ForeignWord) -> Diagnostic.FixIt {
    guard let unit = foreign.unit, kind == .dialString || kind == .integer else {
      return SyntaxError.replacement(of: name.range, with: foreign.meaning)
    }
    return SyntaxError.replacement(
      of: name.range.union(token.range),
      with: "\(foreign.meaning) \(source.text(in: token.range))\(unit)")
  }

  /// Reports `elif` and its like, which are read as `else if`.
  mutating func reportForeignElse() {
    reportAside(
      .foreignElse(source.text(in: token.range)), at: token.range, replacement: "else if")
  }

  /// Reports that a state should stand here.
  mutating func reportExpectedState() {
    guard !isRecovering else { return }
    let states = CallState.allCases.map(\.rawValue)
    if kind == .name {
      let name = source.text(in: token.range)
      let closest = Spelling.closest(to: name, among: states)
      report(
        .unknownState(name, known: states), at: token.range,
        fixIts: closest.map { [SyntaxError.spelling($0, at: token.range)] } ?? [])
      isRecovering = true
    } else {
      for state in states { expected.insert(word: state) }
      reportUnexpected()
    }
  }

  /// Goes to the end of the statement.
  mutating func skipStatement() {
    isRecovering = true
    skip { parser in parser.atStatementEnd }
  }

  /// Goes to the `{` of a head or to the statement's end.
  mutating func skipHead() {
    skip { parser in parser.kind == .leftBrace || parser.atStatementEnd }
    if kind == .leftBrace { isRecovering = false }
  }

  /// Goes to the end of a statement of which nothing can be made; a block in it is read for its
  /// own errors.
  mutating func skipUnknownStatement() {
    isRecovering = true
    skip { parser in parser.kind == .leftBrace || parser.atStatementEnd }
    guard kind == .leftBrace else { return }
    isRecovering = false
    _ = parseBlock()
  }

  /// The same, for a statement that began at an offset.
  mutating func skipUnknownStatement(from start: Int) -> Statement {
    skipUnknownStatement()
    return .invalid(range(from: start))
  }

  /// Goes to the closing bracket that belongs to the innermost open one, not past the line on which
  /// a new statement begins.
  mutating func skipBracketed(to closer: TokenKind) {
    skip { parser in
      if parser.kind == closer || parser.kind == .endOfFile { return true }
      let startsStatement = parser.token.keyword?.startsStatement ?? false
      if parser.token.flags.contains(.startsLine), startsStatement { return true }
      return !parser.ignoresLineEnds && parser.kind == .lineEnd
    }
    if kind == closer { isRecovering = false }
  }

  /// Passes tokens until a condition holds outside of brackets that open on the way.
  private mutating func skip(until isAtGoal: (inout Parser) -> Bool) {
    var brackets = 0
    while kind != .endOfFile {
      if brackets == 0, isAtGoal(&self) { return }
      switch kind {
      case .leftParenthesis, .leftBracket, .leftBrace: brackets += 1
      case .rightParenthesis, .rightBracket, .rightBrace: brackets = max(0, brackets - 1)
      case .textHead:
        _ = parseText()
        isRecovering = true
        continue
      default: break
      }
      if brackets > 0, kind == .lineEnd, !ignoresLineEnds, startsStatementHere { return }
      advance()
    }
  }

  /// Whether the token at hand is a word that begins a statement.
  private var startsStatementHere: Bool {
    token.kind == .name && (token.keyword?.startsStatement ?? false)
  }

  /// Reports that the file is more than the parser takes, by default because it nests too deeply,
  /// and leaves the rest of it unread, as one token.
  mutating func abandon(
    because error: SyntaxError = .tooDeep(Parser.depthLimit)
  ) -> SourceRange {
    let range = token.range
    guard !isAbandoned else { return range }
    reportAside(error, at: range)
    isAbandoned = true
    isRecovering = true
    tokens.removeSubrange(index...)
    let trivia = token.leadingTrivia
    let end = source.bytes.count
    lexer.position = end
    if trivia.end < end {
      tokens.append(
        Token(
          kind: .unknown, flags: [], triviaStart: trivia.start, start: trivia.end, end: end))
      index += 1
      previousEnd = end
    }
    load()
    kind = token.kind
    return range
  }
}
