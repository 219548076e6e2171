import FlowDiagnostics

/// Commands, by the forms of the table.
extension Parser {
  /// Whether the name at hand is a verb of the table.
  func isVerbHere() -> Bool { commands.hasVerb(text(of: token)) }

  /// Whether the name at hand begins a command and is no variable of that name.
  ///
  /// A statement may be a verb alone; a value is a command only if the next token shows it.
  mutating func startsCommand(asStatement: Bool) -> Bool {
    switch peek() {
    case .lineEnd, .semicolon, .endOfFile, .rightBrace:
      return asStatement && isVerbHere()
    case .integer, .decimal, .duration, .dialString, .malformedNumber, .text, .textHead, .rawText:
      return isVerbHere()
    case .leftParenthesis:
      return !isNextAdjacent() && isVerbHere()
    case .name:
      let next = peekToken()
      guard let forms = commands.forms(of: text(of: token)) else { return false }
      if next.keyword?.continuesExpression != true { return true }
      let word = text(of: next)
      return forms.contains { $0.begins(with: word) }
    case .plus, .star:
      return asStatement && !isNextAdjacent() && isVerbHere() && dialStringFollows(peekToken())
    case .arrow, .greater, .unknown:
      return asStatement && isVerbHere()
    default:
      return false
    }
  }

  /// Whether a `+` or `*` has a key right behind it.
  private func dialStringFollows(_ token: Token) -> Bool {
    let next = token.range.end
    return next < source.bytes.count && CharacterClass.isKey(source.bytes[next])
  }

  // command = VERB { WORD | operand [ "->" ] } { option }
  mutating func parseCommand() -> Expression {
    nested(orElse: Expression.invalid) { $0.parseCommandForms() }
  }

  private mutating func parseCommandForms() -> Expression {
    let verb = presumeName()
    guard let forms = commands.forms(of: verb.name) else { return .invalid(verb.range) }
    var match = CommandMatch(forms)
    var tallest = 0
    while !isRecovering, parseCommandPart(of: &match) { tallest = max(tallest, height) }
    if !isRecovering { checkCommandEnd(match, verb) }
    height = tallest
    _ = grow()
    guard !isRecovering, let finished = match.finished() else {
      return .invalid(range(from: verb.range.start))
    }
    return .command(
      CommandCall(
        verb: verb, form: finished.form.name, arguments: finished.arguments,
        range: range(from: verb.range.start)))
  }

  /// Reads the next word, operand or option; false where the command ends.
  private mutating func parseCommandPart(of match: inout CommandMatch) -> Bool {
    if kind == .name {
      let word = text(of: token)
      if match.takeWord(word) {
        presume(.name)
        return true
      }
      if match.takeListedWord(Identifier(name: word, range: token.range)) {
        presume(.name)
        return true
      }
      if let slot = match.optionSlot(word) {
        parseOption(word, slot, of: &match)
        return true
      }
    }
    guard match.takesOperand, startsOperand() else { return false }
    parseCommandOperand(of: &match)
    return true
  }

  /// Reads an operand and the arrow behind it, if there is one.
  private mutating func parseCommandOperand(of match: inout CommandMatch) {
    let operand = parseOperand()
    guard !isRecovering else { return }
    if kind == .arrow {
      if match.takeActor(operand) {
        presume(.arrow)
        passArrowLineEnd(match)
        return
      }
    } else if match.takesArrow, misspelledArrow() != nil || !match.takesBareOperand {
      _ = match.takeActor(operand)
      reportMissingArrow()
      return
    } else if match.takeOperand(operand) {
      return
    }
    match.describe(into: &expected)
    reportUnexpected()
  }

  /// Passes the line end behind an arrow and requires the operand there.
  private mutating func passArrowLineEnd(_ match: CommandMatch) {
    passLineEnd()
    if !startsOperand() {
      match.describe(into: &expected)
      reportUnexpected()
    }
  }

  /// The range of what is written for `->`: `>`, `=>`, `-`, `to`.
  private mutating func misspelledArrow() -> SourceRange? {
    switch kind {
    case .greater, .minus: return token.range
    case .assign where peek() == .greater && isNextAdjacent():
      return token.range.union(peekToken().range)
    case .equal, .greaterOrEqual: return token.range
    case .name where text(of: token) == "to": return token.range
    default: return nil
    }
  }

  /// Reports that `->` is missing and goes on as though it were there, if an operand follows.
  private mutating func reportMissingArrow() {
    let after = source.text(in: SourceRange(tokenBefore.range.start, previousEnd))
    if let wrong = misspelledArrow() {
      reportAside(.missingArrow(after: after), at: wrong, replacement: "->")
      while token.range.start < wrong.end, kind != .endOfFile { advance() }
      return
    }
    let place = startsOperand() ? token.range : placeBefore
    let isReadable = startsOperand()
    report(
      .missingArrow(after: after), at: place,
      fixIts: isReadable
        ? [SyntaxError.insertion("->", at: place.start)] : [])
    isRecovering = !isReadable
  }

  // option = WORD ( operand | WORD )
  private mutating func parseOption(
    _ word: String, _ slot: OperandSlot, of match: inout CommandMatch
  ) {
    if match.hasOption(slot) { reportAside(.repeatedOption(word), at: token.range) }
    presume(.name)
    if kind == .name {
      let value = text(of: token)
      if slot.words.contains(value) {
        let identifier = presumeName()
        match.takeOption(
          word, CommandCall.Argument(slot: slot.name, value: .word(identifier)))
        return
      }
    }
    guard startsOperand() else {
      for value in slot.words { expected.insert(word: value) }
      expected.insert(phrase: slot.phrase)
      reportUnexpected()
      return
    }
    let operand = parseOperand()
    match.takeOption(word, CommandCall.Argument(slot: slot.name, value: .operand(operand)))
  }

  /// Reports what a command lacks, or what it has too much.
  private mutating func checkCommandEnd(_ match: CommandMatch, _ verb: Identifier) {
    guard !match.isComplete || !canFollowValue else { return }
    match.describe(into: &expected)
    reportUnexpected()
  }

  /// Whether the token at hand may stand behind a value.
  private var canFollowValue: Bool {
    switch kind {
    case .name: token.keyword?.continuesExpression == true
    case .integer, .decimal, .duration, .dialString, .malformedNumber, .text, .textHead, .rawText,
      .arrow, .leftParenthesis, .leftBracket:
      false
    default: true
    }
  }

  /// Whether an operand may begin with the token at hand.
  mutating func startsOperand() -> Bool {
    switch kind {
    case .integer, .decimal, .duration, .dialString, .malformedNumber, .text, .textHead, .rawText,
      .leftParenthesis:
      return true
    case .plus, .star:
      return dialStringFollows(token)
    case .name:
      return token.keyword?.continuesExpression != true
    default:
      return false
    }
  }

  /// Whether the name at hand is a value of the language and can be no variable.
  private var isConstantHere: Bool {
    switch token.keyword {
    case .false, .null, .true: true
    default: false
    }
  }

  // operand = ( INTEGER | DECIMAL | DURATION | DIAL-STRING | text | NAME | "(" expression ")" )
  //   { "." NAME [ "?" ] | "[" expression "]" }
  mutating func parseOperand() -> Expression {
    guard kind == .name, !isConstantHere else { return parsePostfix() }
    let start = tokenStart
    height = 1
    let name = presumeName()
    return parseAccesses(to: .name(name), from: start)
  }
}

extension CommandForm {
  /// Whether the first thing behind the verb can be this word.
  fileprivate func begins(with word: String) -> Bool {
    for element in elements {
      switch element {
      case .word(let own): return own == word
      case .operand(let slot): return slot.words.contains(word)
      case .optionalOperand(let slot):
        if slot.words.contains(word) { return true }
      case .actor(let slot):
        if slot.words.contains(word) { return true }
      case .arrow: return false
      }
    }
    return options.contains { $0.word == word }
  }
}
