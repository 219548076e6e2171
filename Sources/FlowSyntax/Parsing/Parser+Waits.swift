import FlowDiagnostics

/// Waits, which are statements and values alike.
extension Parser {
  /// Whether the word `wait` at hand, where a value stands, begins a wait and is no variable.
  mutating func startsWait() -> Bool {
    switch peek() {
    case .name:
      peekToken().keyword.map { !$0.continuesExpression } ?? true
    case .integer, .decimal, .duration, .dialString, .malformedNumber, .text, .textHead, .rawText,
      .leftParenthesis:
      true
    default:
      false
    }
  }

  // wait = "wait" ( STATE [ operand ] | "until" expression | record | operand )
  //   { "within" sum | "every" sum }
  mutating func parseWait() -> Expression {
    let keyword = presume(.wait)
    var tallest = 0
    let condition = parseWaitCondition(&tallest)
    var within: Expression?
    var every: Expression?
    while !isRecovering {
      if within == nil, accept(.within) {
        within = parseSum()
      } else if every == nil, accept(.every) {
        every = parseSum()
      } else {
        break
      }
      tallest = max(tallest, height)
    }
    height = tallest
    _ = grow()
    return .wait(
      WaitExpression(
        condition: condition, within: within, every: every, keywordRange: keyword,
        range: range(from: keyword.start)))
  }

  private mutating func parseWaitCondition(_ tallest: inout Int) -> WaitExpression.Condition {
    defer { tallest = max(tallest, height) }
    height = 0
    if let state = stateHere() {
      presume(.name)
      return .state(state, target: startsOperand() ? parseOperand() : nil)
    }
    if accept(.until) { return .until(parseCondition()) }
    if at(.cdr) { return parseRecordWait() }
    if startsOperand(), !isMistypedState() { return .duration(parseOperand()) }
    for state in CallState.allCases { expected.insert(word: state.rawValue) }
    expected.insert(phrase: "a duration")
    reportUnexpected()
    return .invalid(SourceRange(previousEnd, previousEnd))
  }

  /// Whether two names follow each other where one would be a duration: the first is no variable.
  private mutating func isMistypedState() -> Bool {
    guard kind == .name else { return false }
    switch peek() {
    case .integer, .dialString: return true
    case .name: return peekToken().keyword == nil
    default: return false
    }
  }

  // record = "cdr" [ "of" operand ] [ "where" expression ]
  private mutating func parseRecordWait() -> WaitExpression.Condition {
    presume(.cdr)
    let call = accept(.of) ? parseOperand() : nil
    let callHeight = height
    let filter = !isRecovering && accept(.where) ? parseCondition() : nil
    height = max(height, callHeight)
    return .record(of: call, where: filter)
  }
}
