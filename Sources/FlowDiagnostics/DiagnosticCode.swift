/// A code and what it stands for, as `callflow explain` and the manual list it.
package struct DiagnosticCode: Hashable, Sendable {
  package let code: String
  /// One sentence in the user's words.
  package let explanation: String

  package init(_ code: String, _ explanation: String) {
    self.code = code
    self.explanation = explanation
  }
}
