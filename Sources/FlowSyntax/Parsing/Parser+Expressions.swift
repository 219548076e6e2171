import FlowDiagnostics

/// Expressions by precedence, loosest first.
extension Parser {
  /// How deeply productions may nest: a block takes two, brackets one.
  ///
  /// Small enough for a thread with 512 KiB of stack, in a build without optimization too.
  static let depthLimit = 64

  /// How many nodes may stand above each other: `1 + 2 + 3 …` nests in the tree, not in the text.
  ///
  /// Whoever walks the tree by recursion can count on it.
  static let heightLimit = 200

  // expression = disjunction
  mutating func parseExpression() -> Expression {
    nested(orElse: Expression.invalid) { $0.parseBinary(.or) }
  }

  // sum = product { ( "+" | "-" ) product }
  mutating func parseSum() -> Expression {
    nested(orElse: Expression.invalid) { $0.parseBinary(.sum) }
  }

  // Reads operators that bind at least so tightly, by climbing from the tightest:
  //
  // disjunction = conjunction { "or" conjunction }
  // conjunction = negation { "and" negation }
  // comparison = fallback [ comparison-operator fallback | state-test ]
  // comparison-operator = "==" | "!=" | "<" | "<=" | ">" | ">=" | "contains" | "startswith"
  //   | "endswith" | "matches" | "in" | "not" "in"
  // fallback = sum { "??" sum }
  // product = unary { ( "*" | "/" | "%" ) unary }
  private mutating func parseBinary(_ lowest: Precedence) -> Expression {
    let start = tokenStart
    let isNegation = lowest <= .negation && (kind == .exclamation || keyword == .not)
    var left = isNegation ? parseNegation() : parseUnary()
    var hasCompared = isNegation
    while !isRecovering {
      if kind == .name, token.keyword == .is, lowest <= .comparison, !hasCompared {
        left = parseStateTest(left, from: start)
        hasCompared = true
        continue
      }
      guard let next = operatorHere(), next.precedence >= lowest else { break }
      if next.precedence == .comparison {
        if hasCompared {
          report(.chainedComparison, at: token.range)
          isRecovering = true
          break
        }
        hasCompared = true
      }
      let operatorRange = takeOperator(next)
      let leftHeight = height
      let right = parseBinary(next.precedence.tighter)
      left = .binary(
        BinaryOperation(
          operator: next, operatorRange: operatorRange, left: left, right: right,
          range: range(from: start)))
      guard grow(over: leftHeight) else { break }
      if next.precedence < .comparison { hasCompared = false }
    }
    return left
  }

  /// Where the current token starts.
  var tokenStart: Int { token.range.start }

  /// Counts the node above two parts, the one read last and one before; false if that is too high.
  mutating func grow(over other: Int = 0) -> Bool {
    height = max(height, other) + 1
    guard height > Self.heightLimit else { return true }
    _ = abandon(because: .tooManyOperators(Self.heightLimit))
    return false
  }

  // negation = { "not" } comparison
  private mutating func parseNegation() -> Expression {
    let start = tokenStart
    if kind == .exclamation {
      reportAside(
        .foreignOperator("!", instead: "not"), at: token.range, replacement: "not ")
    }
    advance()
    let operand = nested(orElse: Expression.invalid) { $0.parseBinary(.negation) }
    _ = grow()
    return .unary(UnaryOperation(operator: .not, operand: operand, range: range(from: start)))
  }

  // state-test = "is" [ "not" ] STATE
  private mutating func parseStateTest(_ subject: Expression, from start: Int) -> Expression {
    presume(.is)
    let isNegated = accept(.not)
    guard let state = stateHere() else {
      reportExpectedState()
      return .invalid(range(from: start))
    }
    let stateRange = presume(.name)
    _ = grow()
    return .stateTest(
      StateTest(
        subject: subject, isNegated: isNegated, state: state, stateRange: stateRange,
        range: range(from: start)))
  }

  /// The state that the name at hand spells.
  func stateHere() -> CallState? {
    kind == .name ? CallState(rawValue: text(of: token)) : nil
  }

  /// The binary operator at hand, those of other languages included.
  private mutating func operatorHere() -> BinaryOperator? {
    switch kind {
    case .plus: .add
    case .minus: .subtract
    case .star: .multiply
    case .slash: .divide
    case .percent: .remainder
    case .coalesce: .coalesce
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    case .ampersands: .and
    case .bars: .or
    case .assign: isInCondition ? .equal : nil
    case .name: wordOperatorHere()
    default: nil
    }
  }

  private mutating func wordOperatorHere() -> BinaryOperator? {
    switch token.keyword {
    case .and: .and
    case .or: .or
    case .in: .in
    case .contains: .contains
    case .startswith: .startsWith
    case .endswith: .endsWith
    case .matches: .matches
    case .not: peekToken().keyword == .in ? .notIn : nil
    default: nil
    }
  }

  /// Takes the operator at hand, reports it if it is another language's, and passes a line end.
  private mutating func takeOperator(_ operator: BinaryOperator) -> SourceRange {
    var range = token.range
    switch kind {
    case .ampersands:
      reportAside(.foreignOperator("&&", instead: "and"), at: range, replacement: "and")
    case .bars: reportAside(.foreignOperator("||", instead: "or"), at: range, replacement: "or")
    case .assign: reportAside(.assignmentInCondition, at: range, replacement: "==")
    default: break
    }
    advance()
    if `operator` == .notIn {
      range = range.union(token.range)
      advance()
    }
    passLineEnd()
    return range
  }

  // unary = { "-" } postfix
  private mutating func parseUnary() -> Expression {
    guard kind == .minus else { return parsePostfix() }
    let start = tokenStart
    advance()
    if let smallest = acceptSmallestInteger(from: start) { return smallest }
    let operand = nested(orElse: Expression.invalid) { $0.parseUnary() }
    checkNegatable(operand)
    _ = grow()
    return .unary(UnaryOperation(operator: .negate, operand: operand, range: range(from: start)))
  }

  /// Takes the digits of the one integer that only fits with its sign.
  private mutating func acceptSmallestInteger(from start: Int) -> Expression? {
    guard kind == .dialString, text(of: token) == "9223372036854775808" else {
      return nil
    }
    presume(.dialString)
    height = 1
    return .literal(Literal(value: .integer(.min), range: range(from: start)))
  }

  /// Reports the negation of digits that are too many for an integer.
  private mutating func checkNegatable(_ operand: Expression) {
    guard case .literal(let literal) = operand, case .dialString(let text) = literal.value,
      text.count >= 19, !text.hasPrefix("0"), text.allSatisfy({ $0.isASCII && $0.isNumber })
    else { return }
    report(.integerTooLarge(text), at: literal.range)
  }
}

/// How tightly an operator binds; higher binds tighter.
enum Precedence: Int, Comparable {
  case or, and, negation, comparison, coalesce, sum, product, unary

  static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }

  /// The next level, which the right side of a left-associative operator is read at.
  var tighter: Precedence { Precedence(rawValue: rawValue + 1) ?? .unary }
}

extension BinaryOperator {
  /// How tightly the operator binds.
  var precedence: Precedence {
    switch self {
    case .or: .or
    case .and: .and
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .contains, .startsWith,
      .endsWith, .matches, .in, .notIn:
      .comparison
    case .coalesce: .coalesce
    case .add, .subtract: .sum
    case .multiply, .divide, .remainder: .product
    }
  }
}
