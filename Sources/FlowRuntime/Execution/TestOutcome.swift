package import FlowDiagnostics
package import PBXModel

/// How a test ended, as plain data.
package struct TestOutcome: Sendable {
  /// With its `${}` replaced, where the test came that far.
  package var name: String
  package var verdict: Verdict
  /// The first failure first, then those of checks, of `teardown` and of the clean-up.
  package var diagnostics: [Diagnostic]
  /// What the clean-up could not undo, in words.
  package var leftovers: [String]
  package var start: Timestamp
  package var end: Timestamp

  package init(
    name: String, verdict: Verdict, diagnostics: [Diagnostic], leftovers: [String],
    start: Timestamp, end: Timestamp
  ) {
    self.name = name
    self.verdict = verdict
    self.diagnostics = diagnostics
    self.leftovers = leftovers
    self.start = start
    self.end = end
  }
}
