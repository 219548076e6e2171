package import FlowDiagnostics
package import FlowRuntime

/// What a run is going to do: every script that compiled, with its tests, in order.
package struct RunPlan: Sendable {
  package struct Entry: Sendable {
    package var program: Program
    package var test: PlannedTest
    package var identity: TestIdentity
  }

  package var entries: [Entry] = []
  package var scriptCount = 0
  /// What is wrong with scripts, errors and warnings, per file in the order of the files.
  package var diagnosed: [(source: SourceFile, diagnostics: [Diagnostic])] = []
  package var problems: [RunProblem] = []
  /// The parameters that have to be given, in the order of the scripts.
  package var requiredParameters: [(name: String, script: String)] = []
  /// The parameters that any script declares.
  package var parameterNames: Set<String> = []
}
