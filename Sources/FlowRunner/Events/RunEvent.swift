package import FlowDiagnostics
package import FlowRuntime
package import PBXModel

/// What happens in a run, in the order it happens; every report is made from these and no others.
package enum RunEvent: Sendable {
  /// The plan stands; the tests follow in its order.
  case runStarted(RunHeader)
  /// What is wrong with a script; one that has an error among these is not run.
  case diagnosed(SourceFile, [Diagnostic])
  /// What is wrong with the run itself.
  case problem(RunProblem)
  case testStarted(TestIdentity, seed: UInt64, at: Timestamp)
  /// What happens while the test runs.
  case execution(ExecutionEvent, of: TestIdentity)
  case testEnded(TestIdentity, TestOutcome)
  /// The run is being ended from outside: what is under way is undone, the rest is skipped.
  case interrupted(Interruption)
  /// The run was ended before this test began.
  case testSkipped(TestIdentity, reason: String)
  /// The last one, but for problems with what the run has written; with what ended the run early,
  /// where something did.
  case runEnded(Interruption?)
}

/// What is known before the first test begins.
package struct RunHeader: Hashable, Sendable {
  /// What is done with the scripts.
  package enum Purpose: Hashable, Sendable {
    case run
    /// They are compiled, and not run.
    case check
  }

  package var purpose: Purpose
  package var seed: UInt64
  package var scriptCount: Int
  package var testCount: Int

  package init(purpose: Purpose = .run, seed: UInt64, scriptCount: Int, testCount: Int) {
    self.purpose = purpose
    self.seed = seed
    self.scriptCount = scriptCount
    self.testCount = testCount
  }
}

/// Which test an event is about.
package struct TestIdentity: Sendable {
  package var source: SourceFile
  /// As planned; the outcome has the name with its `${}` parts filled in.
  package var name: String
  /// Counts the tests of the file from 0.
  package var index: Int
  /// Whether the file has no `test` and is one itself.
  package var isWholeFile: Bool

  package init(source: SourceFile, name: String, index: Int, isWholeFile: Bool) {
    self.source = source
    self.name = name
    self.index = index
    self.isWholeFile = isWholeFile
  }
}
