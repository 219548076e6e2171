package import FlowDiagnostics
package import FlowRuntime

/// What the shell needs of the interpreter: one session, whose variables and calls stay.
package protocol ShellSession: Sendable {
  /// The names that the inputs so far have declared.
  var variableNames: [String] { get }
  /// The names of the fields of each variable that has some.
  var fieldNames: [String: [String]] { get }
  /// Runs an input; ends early when the calling task is cancelled.
  func evaluate(_ source: SourceFile) async -> Session.Evaluation
  /// Hangs up what is left over, and says what could not be undone.
  func end() async -> [String]
}

extension Session: ShellSession {}
