import FlowRuntime
import FlowSyntax

/// Finds what can follow the tokens of a statement that is being typed.
struct StatementMatcher {
  typealias Lexeme = StatementPrefix.Lexeme

  let context: CompletionContext

  func expected(after lexemes: [Lexeme]) -> [Expected] {
    if let inner = innermostBracket(lexemes[...]) { return inner }
    guard let first = lexemes.first else { return [.statement] }
    let rest = lexemes.dropFirst()
    if rest.first?.kind == .assign {
      return value(after: rest.dropFirst())
    }
    guard first.kind == .name else { return expression(after: lexemes[...]) }
    guard let keyword = Keyword(rawValue: first.text) else { return value(after: lexemes[...]) }
    switch keyword {
    case .let, .param: return declaration(after: rest)
    case .expect, .check: return expectation(after: rest)
    case .log, .while, .if: return expression(after: rest)
    case .else: return rest.isEmpty ? [.keyword("if", summary: "")] : elseIf(after: rest)
    case .for: return loop(after: rest)
    case .repeat: return repetition(after: rest)
    case .test: return clauses(after: rest, [("timeout", "How long it may take, as 1m.")])
    case .setup, .teardown, .break, .continue: return []
    case .wait, .and, .contains, .endswith, .false, .in, .is, .matches, .not, .null, .or,
      .startswith, .true, .cdr, .every, .of, .timeout, .until, .where, .within, .elif, .elseif,
      .elsif:
      return value(after: lexemes[...])
    }
  }

  private func value(after lexemes: ArraySlice<Lexeme>) -> [Expected] {
    guard let first = lexemes.first else { return [.value] }
    guard first.kind == .name else { return expression(after: lexemes) }
    if first.text == "wait" { return wait(after: lexemes.dropFirst()) }
    if let signature = context.commands[first.text] {
      return FormMatcher.expected(after: lexemes.dropFirst(), in: signature)
    }
    return expression(after: lexemes)
  }

  private func declaration(after lexemes: ArraySlice<Lexeme>) -> [Expected] {
    guard let assign = lexemes.firstIndex(where: { $0.kind == .assign }) else { return [] }
    return value(after: lexemes[(assign + 1)...])
  }

  private func elseIf(after lexemes: ArraySlice<Lexeme>) -> [Expected] {
    lexemes.first?.text == "if" ? expression(after: lexemes.dropFirst()) : []
  }

  private func loop(after lexemes: ArraySlice<Lexeme>) -> [Expected] {
    switch lexemes.count {
    case 0: []
    case 1: [.keyword("in", summary: "The list whose elements it takes.")]
    default: expression(after: lexemes.dropFirst(2))
    }
  }

  private func repetition(after lexemes: ArraySlice<Lexeme>) -> [Expected] {
    if lexemes.isEmpty { return [.expression] }
    return clauses(after: lexemes, [("every", "The time from one turn to the next, as 1s.")])
  }

  private func expectation(after lexemes: ArraySlice<Lexeme>) -> [Expected] {
    let timing = [
      ("within", "It becomes true in that time, as 5s."), ("for", "It stays true that long."),
    ]
    return expression(after: lexemes) + endClauses(after: lexemes, timing)
  }

  private func wait(after lexemes: ArraySlice<Lexeme>) -> [Expected] {
    guard let first = lexemes.first else {
      return [
        .state(allowsNot: false),
        .keyword("until", summary: "Until a condition holds."),
        .keyword("cdr", summary: "For a call record, which is its value."),
      ]
    }
    let limit = ("within", "How long to wait, as 10s.")
    let rest = lexemes.dropFirst()
    switch first.text {
    case "until":
      let every = ("every", "How often to look, as 200ms.")
      return expression(after: rest) + endClauses(after: rest, [limit, every])
    case "cdr":
      return record(after: rest, limit: limit)
    default:
      guard CallState(rawValue: first.text) != nil else { return [] }
      let target: [Expected] =
        rest.isEmpty ? [.operand(OperandSlot("target", .number))] : []
      return target + clauses(after: rest, [limit])
    }
  }

  private func record(
    after lexemes: ArraySlice<Lexeme>, limit: (String, String)
  ) -> [Expected] {
    let condition = ("where", "A condition on the record, which is `it`.")
    if let index = lexemes.lastIndex(where: { $0.text == "where" }) {
      let rest = lexemes[(index + 1)...]
      return expression(after: rest) + endClauses(after: rest, [limit])
    }
    if lexemes.last?.text == "of" { return [.operand(OperandSlot("call", .extension))] }
    return clauses(after: lexemes, [("of", "The call whose record it is."), condition, limit])
  }

  /// Clauses that may come behind anything, each once; nothing where one has just begun.
  private func clauses(
    after lexemes: ArraySlice<Lexeme>, _ clauses: [(word: String, summary: String)]
  ) -> [Expected] {
    if let last = lexemes.last, clauses.contains(where: { $0.word == last.text }) { return [] }
    return clauses.filter { clause in !lexemes.contains { $0.text == clause.word } }
      .map { .keyword($0.word, summary: $0.summary) }
  }

  /// Clauses that may come behind a complete expression.
  private func endClauses(
    after lexemes: ArraySlice<Lexeme>, _ clauses: [(word: String, summary: String)]
  ) -> [Expected] {
    guard let last = lexemes.last, last.endsOperand else { return [] }
    return self.clauses(after: lexemes, clauses)
  }

  private func expression(after lexemes: ArraySlice<Lexeme>) -> [Expected] {
    guard let last = lexemes.last else { return [.expression] }
    let isNegated = last.text == "not" && lexemes.dropLast().last?.text == "is"
    if last.kind == .dot { return [] }
    if last.text == "is" { return [.state(allowsNot: true)] }
    if isNegated { return [.state(allowsNot: false)] }
    if last.isOperator || last.kind == .comma { return [.expression] }
    if ["within", "for", "every"].contains(last.text) { return [] }
    return last.endsOperand ? [.expressionTail] : [.expression]
  }

  /// What can stand inside the innermost bracket that is still open; nil where none is.
  private func innermostBracket(_ lexemes: ArraySlice<Lexeme>) -> [Expected]? {
    var open: [Int] = []
    for (index, lexeme) in lexemes.enumerated() {
      switch lexeme.kind {
      case .leftParenthesis, .leftBracket: open.append(index)
      case .rightParenthesis, .rightBracket: _ = open.popLast()
      default: break
      }
    }
    guard let start = open.last else { return nil }
    let inside = lexemes[(start + 1)...]
    let call = lexemes[..<start].last
    guard inside.isEmpty || inside.last?.kind == .comma else { return value(after: inside) }
    let function = context.functions.first { $0.name == call?.text && call?.kind == .name }
    let isCall = lexemes[start].kind == .leftParenthesis
    let parameters = isCall ? function?.parameters ?? [] : []
    let unused = parameters.filter { parameter in
      parameter.isLabelled && !inside.contains { $0.text == parameter.name }
    }
    // A function that takes only labelled arguments takes no plain one.
    let takesPlain = parameters.isEmpty || parameters.contains { !$0.isLabelled }
    return unused.map { .label($0.name) } + (takesPlain ? [.value] : [])
  }
}
