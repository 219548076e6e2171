import FlowDiagnostics

/// Declarations, assignment and the small statements.
extension Parser {
  // parameter = "param" NAME [ "=" expression ]
  mutating func parseParameter() -> Statement {
    let start = presume(.param).start
    guard let name = expectName() else { return .invalid(range(from: start)) }
    let value = accept(.assign) ? parseExpression() : nil
    return .parameter(
      ParameterDeclaration(name: name, defaultValue: value, range: range(from: start)))
  }

  // binding = "let" NAME "=" expression
  mutating func parseBinding() -> Statement {
    let start = presume(.let).start
    guard let name = expectName(), expect(.assign) else { return .invalid(range(from: start)) }
    let value = parseExpression()
    return .binding(LetBinding(name: name, value: value, range: range(from: start)))
  }

  // assignment = NAME "=" expression
  mutating func parseAssignment() -> Statement {
    let name = presumeName()
    presume(.assign)
    let value = parseExpression()
    return .assignment(
      Assignment(name: name, value: value, range: range(from: name.range.start)))
  }

  // test = "test" text [ "timeout" expression ] block
  mutating func parseTest() -> Statement {
    let keyword = presume(.test)
    guard kind == .text || kind == .textHead || kind == .rawText else {
      expected.insert(phrase: "the test's name as a text")
      reportUnexpected()
      return skipUnknownStatement(from: keyword.start)
    }
    let name = parseText()
    var timeout: Expression?
    if !isRecovering, accept(.timeout) { timeout = parseHead(isCondition: false) }
    guard let body = parseBlockAfterHead() else { return .invalid(range(from: keyword.start)) }
    return .test(
      TestDeclaration(
        name: name, timeout: timeout, body: body, keywordRange: keyword,
        range: range(from: keyword.start)))
  }

  // setup = "setup" block
  mutating func parseSetup() -> Statement {
    let keyword = presume(.setup)
    guard let body = parseBlock() else { return skipUnknownStatement(from: keyword.start) }
    return .setup(body, keyword: keyword)
  }

  // teardown = "teardown" block
  mutating func parseTeardown() -> Statement {
    let keyword = presume(.teardown)
    guard let body = parseBlock() else { return skipUnknownStatement(from: keyword.start) }
    return .teardown(body, keyword: keyword)
  }

  // expectation = ( "expect" | "check" ) expression
  //   [ "within" sum | "for" sum ] [ "," expression ]
  mutating func parseExpectation(_ kind: Expectation.Kind, keyword: Keyword) -> Statement {
    let keyword = presume(keyword)
    let condition = parseCondition()
    var timing = Expectation.Timing.now
    var reason: Expression?
    if !isRecovering {
      if accept(.within) {
        timing = .within(parseSum())
      } else if accept(.for) {
        timing = .throughout(parseSum())
      }
    }
    if !isRecovering, accept(.comma) {
      passLineEnd()
      reason = parseExpression()
    }
    return .expectation(
      Expectation(
        kind: kind, condition: condition, timing: timing, reason: reason, keywordRange: keyword,
        range: range(from: keyword.start)))
  }

  /// An expression in which a single `=` is read as `==` once reported.
  mutating func parseCondition() -> Expression {
    let saved = isInCondition
    isInCondition = true
    let condition = parseExpression()
    isInCondition = saved
    return condition
  }

  // log = "log" expression { "," expression }
  mutating func parseLog() -> Statement {
    let keyword = presume(.log)
    var values = [parseExpression()]
    while !isRecovering, accept(.comma) {
      passLineEnd()
      values.append(parseExpression())
    }
    return .log(LogStatement(values: values, range: range(from: keyword.start)))
  }
}
