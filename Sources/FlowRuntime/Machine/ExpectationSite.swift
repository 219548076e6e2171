package import FlowDiagnostics
package import FlowSyntax

/// What is known of an expectation when it is compiled, to word its failure.
package struct ExpectationSite: Sendable {
  package enum Role: Sendable {
    case expectation(Expectation.Kind)
    /// `wait until`.
    case wait
  }
  package enum Timing: Sendable {
    case now
    /// The limit where the script names one.
    case within(Register?)
    case throughout(Register)
  }
  /// A part of the condition whose value is kept: a side of a comparison, an operand.
  package struct Part: Sendable {
    package var range: SourceRange
    package var register: Register
  }
  package var role: Role
  package var timing: Timing
  package var condition: SourceRange
  /// In the order of the text.
  package var parts: [Part]
  /// Why it should hold, in the script's words.
  package var reason: Register?
}
