package import FlowDiagnostics
package import PBXModel

/// What happens while a test runs, in the order it happens.
package enum ExecutionEvent: Sendable {
  /// The test's name is known, its `${}` parts filled in; comes once, before `setup` and body.
  case named(String)
  /// A statement that acts (a command, a wait, an expectation, a value) is done.
  case statementEnded(StatementTrace)
  /// `log …`.
  case logged(String, at: Timestamp)
  /// A `check` failed; the test goes on.
  case checkFailed(Diagnostic, at: Timestamp)
  /// Something the clean-up did; what it could not do is in the outcome.
  case cleanedUp(String, at: Timestamp)
}

/// One line of a trace: what was run, when, and what came back.
package struct StatementTrace: Sendable {
  package var range: SourceRange
  package var start: Timestamp
  package var end: Timestamp
  /// Null where a statement has no value of its own.
  package var value: Value
  /// Whether a variable takes the value.
  package var isKept: Bool
  /// Whether it failed; the diagnostic follows in the outcome.
  package var isFailure: Bool
  /// Remarks, such as that a state was inferred from a later one.
  package var notes: [String]

  package init(
    range: SourceRange, start: Timestamp, end: Timestamp, value: Value, isFailure: Bool,
    isKept: Bool = false, notes: [String] = []
  ) {
    self.range = range
    self.start = start
    self.end = end
    self.value = value
    self.isKept = isKept
    self.isFailure = isFailure
    self.notes = notes
  }
}

/// Takes the events of a test as they happen; called on the test's own task.
package protocol ExecutionObserver: Sendable {
  func receive(_ event: ExecutionEvent)
}
