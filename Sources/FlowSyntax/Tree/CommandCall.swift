package import FlowDiagnostics

/// A command as written: the form that was recognised and its operands.
package struct CommandCall: Sendable {
  package struct Argument: Sendable {
    package enum Value: Sendable {
      case operand(Expression)
      /// A bare word that the slot allows.
      case word(Identifier)
    }
    /// The slot's name.
    package var slot: String
    package var value: Value
  }
  package var verb: Identifier
  /// The name of the form.
  package var form: String
  package var arguments: [Argument]
  package var range: SourceRange
}
