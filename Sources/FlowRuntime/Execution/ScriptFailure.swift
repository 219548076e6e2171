import FlowDiagnostics

/// A failure with its place in the script.
struct ScriptFailure: Error {
  var kind: RuntimeFailure.Kind
  var diagnostic: Diagnostic

  init(_ failure: RuntimeFailure, at range: SourceRange) {
    kind = failure.kind
    diagnostic = Diagnostic(
      code: failure.code, message: failure.message, range: range,
      notes: failure.notes.map { .init($0) })
  }

  init(kind: RuntimeFailure.Kind, diagnostic: Diagnostic) {
    self.kind = kind
    self.diagnostic = diagnostic
  }

  /// How a test ends that this is the first failure of.
  var verdict: Verdict {
    switch kind {
    case .expectation, .operation, .wait, .script, .timeout: .failed
    case .environment, .interrupted: .inconclusive
    }
  }
}
