import FlowSyntax

/// A thing that the grammar allows at a place.
enum Expected: Hashable {
  /// Any statement.
  case statement
  /// A command, a wait or an expression: behind `let x =`.
  case value
  /// The start of an expression's operand.
  case expression
  /// What can follow a complete operand of an expression.
  case expressionTail
  /// A state, and `not` where it was not said yet.
  case state(allowsNot: Bool)
  case operand(OperandSlot)
  /// A fixed word of a form, with the form's summary.
  case word(String, summary: String)
  case option(String, summary: String)
  case keyword(String, summary: String)
  case arrow
  /// A labelled parameter of a function.
  case label(String)
}
