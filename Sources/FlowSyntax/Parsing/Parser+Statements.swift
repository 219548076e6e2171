import FlowDiagnostics

/// Statements and blocks.
extension Parser {
  // statements = { statement ( ";" | LINE-END ) }
  mutating func parseStatements(into statements: inout [Statement], until closer: TokenKind) {
    while true {
      while kind == .lineEnd || kind == .semicolon { advance() }
      if kind == .endOfFile || kind == closer { return }
      isRecovering = false
      if kind == .rightBrace {
        report(.strayCloser("}"), at: token.range)
        advance()
        continue
      }
      let place = index
      statements.append(parseStatement())
      endStatement()
      if index == place, kind != .lineEnd, kind != closer { advance() }
    }
  }

  /// Requires that a statement ends here; passes what stands too much.
  private mutating func endStatement() {
    if atStatementEnd { return }
    expected.insert(.lineEnd)
    reportUnexpected()
    skipStatement()
  }

  /// Whether a statement ends here.
  var atStatementEnd: Bool {
    switch kind {
    case .lineEnd, .semicolon, .rightBrace, .endOfFile: true
    default: false
    }
  }

  // statement = parameter | binding | assignment | conditional | for-loop | while-loop
  //   | repeat-loop | "break" | "continue" | test | setup | teardown | expectation | log
  //   | command | expression
  mutating func parseStatement() -> Statement {
    nested(orElse: Statement.invalid) { parser in
      if parser.kind == .name, parser.peek() == .assign { return parser.parseAssignment() }
      if let keyword = parser.keyword, keyword.startsStatement {
        return parser.parseKeywordStatement(keyword)
      }
      return parser.parseExpressionStatement()
    }
  }

  private mutating func parseKeywordStatement(_ keyword: Keyword) -> Statement {
    switch keyword {
    case .param: parseParameter()
    case .let: parseBinding()
    case .if: parseConditional()
    case .for: parseForLoop()
    case .while: parseWhileLoop()
    case .repeat: parseRepeatLoop()
    case .break: .breakLoop(presume(.break))
    case .continue: .continueLoop(presume(.continue))
    case .test: parseTest()
    case .setup: parseSetup()
    case .teardown: parseTeardown()
    case .expect: parseExpectation(.expect, keyword: .expect)
    case .check: parseExpectation(.check, keyword: .check)
    case .log: parseLog()
    case .else, .elif, .elseif, .elsif: parseStrayElse()
    case .wait, .and, .contains, .endswith, .false, .in, .is, .matches, .not, .null, .or,
      .startswith, .true, .cdr, .every, .of, .timeout, .until, .where, .within:
      parseExpressionStatement()
    }
  }

  /// A command, a wait, or an expression for its value.
  private mutating func parseExpressionStatement() -> Statement {
    let start = token.range
    if keyword == .wait { return .expression(parseWait()) }
    if kind == .name, token.keyword == nil, startsCommand(asStatement: true) {
      return .expression(parseCommand())
    }
    let expression = parseExpression()
    if !atStatementEnd, !isRecovering {
      if case .name(let name) = expression, kind != .assign {
        reportUnknownCommand(name)
        skipUnknownStatement()
        return .invalid(range(from: start.start))
      }
      if kind == .assign {
        report(.notAssignable, at: range(from: start.start))
        skipStatement()
        return .invalid(range(from: start.start))
      }
    }
    return .expression(expression)
  }

  // block = "{" statements "}"
  mutating func parseBlock() -> Block? {
    let opener = token.range
    guard kind == .leftBrace else {
      expected.insert(.leftBrace)
      reportUnexpected()
      return nil
    }
    return nested(orElse: { Block(statements: [], range: $0) }) { parser in
      parser.parseBlockBody(opener)
    }
  }

  private mutating func parseBlockBody(_ opener: SourceRange) -> Block {
    let saved = (ignoresLineEnds, bracesOpenBlocks, isInCondition)
    (ignoresLineEnds, bracesOpenBlocks, isInCondition) = (false, false, false)
    presume(.leftBrace)
    var statements: [Statement] = []
    parseStatements(into: &statements, until: .rightBrace)
    (ignoresLineEnds, bracesOpenBlocks, isInCondition) = saved
    isRecovering = false
    close(.rightBrace, openedAt: opener, outer: ignoresLineEnds)
    return Block(statements: statements, range: range(from: opener.start))
  }

  /// A block behind a head that may have been unreadable: then the text up to `{` is passed.
  mutating func parseBlockAfterHead() -> Block? {
    if isRecovering { skipHead() }
    return parseBlock()
  }

  /// The head of a block: an expression in which `{` opens the block.
  mutating func parseHead(isCondition: Bool) -> Expression {
    let saved = (bracesOpenBlocks, isInCondition)
    (bracesOpenBlocks, isInCondition) = (true, isCondition)
    let expression = parseExpression()
    (bracesOpenBlocks, isInCondition) = saved
    return expression
  }

  // conditional = "if" expression block { "else" "if" expression block } [ "else" block ]
  private mutating func parseConditional() -> Statement {
    let start = presume(.if).start
    var branches: [Conditional.Branch] = []
    var otherwise: Block?
    let condition = parseHead(isCondition: true)
    guard let body = parseBlockAfterHead() else { return .invalid(range(from: start)) }
    branches.append(Conditional.Branch(condition: condition, body: body))
    while otherwise == nil, acceptElse() {
      if keyword == .if || isElseIf(keyword) {
        advance()
        let condition = parseHead(isCondition: true)
        guard let body = parseBlockAfterHead() else { return .invalid(range(from: start)) }
        branches.append(Conditional.Branch(condition: condition, body: body))
      } else {
        guard let body = parseBlockAfterHead() else { return .invalid(range(from: start)) }
        otherwise = body
      }
    }
    return .conditional(
      Conditional(branches: branches, otherwise: otherwise, range: range(from: start)))
  }

  /// Takes `else`, also on the line below the `}`; leaves `elif`, once reported, to the caller.
  private mutating func acceptElse() -> Bool {
    guard kind == .name || (kind == .lineEnd && token.kind == .name) else { return false }
    guard token.keyword == .else || isElseIf(token.keyword), peek() != .assign else { return false }
    passLineEnd()
    if isElseIf(keyword) {
      reportForeignElse()
      return true
    }
    presume(.else)
    return true
  }

  private func isElseIf(_ keyword: Keyword?) -> Bool {
    switch keyword {
    case .elif, .elseif, .elsif: true
    default: false
    }
  }

  private mutating func parseStrayElse() -> Statement {
    let start = token.range
    report(.elseWithoutIf, at: start)
    skipUnknownStatement()
    return .invalid(range(from: start.start))
  }

  // for-loop = "for" NAME "in" expression block
  private mutating func parseForLoop() -> Statement {
    let start = presume(.for).start
    guard let variable = expectName() else { return skipUnknownStatement(from: start) }
    guard accept(.in) else {
      reportUnexpected()
      return skipUnknownStatement(from: start)
    }
    let sequence = parseHead(isCondition: false)
    guard let body = parseBlockAfterHead() else { return .invalid(range(from: start)) }
    return .forLoop(
      ForLoop(variable: variable, sequence: sequence, body: body, range: range(from: start)))
  }

  // while-loop = "while" expression block
  private mutating func parseWhileLoop() -> Statement {
    let start = presume(.while).start
    let condition = parseHead(isCondition: true)
    guard let body = parseBlockAfterHead() else { return .invalid(range(from: start)) }
    return .whileLoop(WhileLoop(condition: condition, body: body, range: range(from: start)))
  }

  // repeat-loop = "repeat" expression [ "every" expression ] block
  private mutating func parseRepeatLoop() -> Statement {
    let start = presume(.repeat).start
    let count = parseHead(isCondition: false)
    var every: Expression?
    if !isRecovering, accept(.every) { every = parseHead(isCondition: false) }
    guard let body = parseBlockAfterHead() else { return .invalid(range(from: start)) }
    return .repeatLoop(
      RepeatLoop(count: count, every: every, body: body, range: range(from: start)))
  }
}
