package import FlowDiagnostics

/// An expression; nodes hold ranges of the text, all else of it stays in the tokens.
package indirect enum Expression: Sendable {
  case literal(Literal)
  case text(InterpolatedText)
  case name(Identifier)
  case list(ListExpression)
  case map(MapExpression)
  case parenthesized(Expression, SourceRange)
  case unary(UnaryOperation)
  case binary(BinaryOperation)
  case field(FieldAccess)
  case index(IndexAccess)
  case call(FunctionCall)
  case stateTest(StateTest)
  case command(CommandCall)
  case wait(WaitExpression)
  /// What could not be read; a diagnostic says why.
  case invalid(SourceRange)
}

/// A name where it stands.
package struct Identifier: Hashable, Sendable {
  package var name: String
  package var range: SourceRange
}

/// A constant of the text.
package struct Literal: Sendable {
  package enum Value: Hashable, Sendable {
    case null
    case boolean(Bool)
    /// A number in canonical decimal form; also a dial string of the same text.
    case integer(Int)
    case decimal(Double)
    /// In nanoseconds.
    case duration(Int64)
    /// A dial string that is not a canonical number: `007`, `+8613800138000`, `*72#`.
    case dialString(String)
  }
  package var value: Value
  package var range: SourceRange
}

/// A text with its `${}` parts; a raw or plain one has a single literal part, or none if empty.
package struct InterpolatedText: Sendable {
  package enum Part: Sendable {
    case literal(String)
    case interpolation(Expression)
  }
  package var parts: [Part]
  package var range: SourceRange
}

/// `[a, b]`.
package struct ListExpression: Sendable {
  package var elements: [Expression]
  package var range: SourceRange
}

/// `{ key: value }`.
package struct MapExpression: Sendable {
  package struct Entry: Sendable {
    package var key: Identifier
    package var value: Expression
  }
  package var entries: [Entry]
  package var range: SourceRange
}

package enum UnaryOperator: Hashable, Sendable, CaseIterable {
  case not
  case negate
}

/// `not a`, `-a`.
package struct UnaryOperation: Sendable {
  package var `operator`: UnaryOperator
  package var operand: Expression
  package var range: SourceRange
}

package enum BinaryOperator: Hashable, Sendable, CaseIterable {
  case or, and
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
  case contains, startsWith, endsWith, matches
  case `in`, notIn
  case coalesce
  case add, subtract
  case multiply, divide, remainder
}

/// `a + b`; the operator's own range is where type errors point.
package struct BinaryOperation: Sendable {
  package var `operator`: BinaryOperator
  package var operatorRange: SourceRange
  package var left: Expression
  package var right: Expression
  package var range: SourceRange
}

/// `a.field`, and `a.field?`, which gives null where the field is missing.
package struct FieldAccess: Sendable {
  package var base: Expression
  package var field: Identifier
  package var isOptional: Bool
  package var range: SourceRange
}

/// `a[0]`, `a["key"]`.
package struct IndexAccess: Sendable {
  package var base: Expression
  package var index: Expression
  package var range: SourceRange
}

/// `name(a, label: b)`.
package struct FunctionCall: Sendable {
  package struct Argument: Sendable {
    package var label: Identifier?
    package var value: Expression
  }
  package var callee: Identifier
  package var arguments: [Argument]
  package var range: SourceRange
}

/// The states a party or a call can be asked for.
package enum CallState: String, Hashable, Sendable, CaseIterable {
  case answered
  case ended
  case idle
  case ringing
}

/// `8002 is ringing`, `first is not answered`.
package struct StateTest: Sendable {
  package var subject: Expression
  package var isNegated: Bool
  package var state: CallState
  package var stateRange: SourceRange
  package var range: SourceRange
}

/// `wait …`, a value where it waits for a record.
package struct WaitExpression: Sendable {
  package enum Condition: Sendable {
    case duration(Expression)
    case state(CallState, target: Expression?)
    case until(Expression)
    /// `wait cdr [of CALL] [where EXPR]`.
    case record(of: Expression?, where: Expression?)
    case invalid(SourceRange)
  }
  package var condition: Condition
  package var within: Expression?
  package var every: Expression?
  /// The word `wait`.
  package var keywordRange: SourceRange
  package var range: SourceRange
}
