import FlowDiagnostics
import FlowRuntime

/// What a script itself says: its `log` lines, and for code of the command line its values.
package struct ScriptOutputRecorder: Recorder {
  package init() {}

  package mutating func record(_ event: RunEvent) -> String {
    switch event {
    case .execution(.logged(let text, at: _), of: _):
      text + "\n"
    case .execution(.statementEnded(let trace), of: let test)
    where test.source.name == ScriptInput.codeName && trace.isSpokenValue:
      trace.value.displayText + "\n"
    case .execution, .runStarted, .diagnosed, .problem, .testStarted, .testEnded,
      .interrupted, .testSkipped, .runEnded:
      ""
    }
  }
}

extension StatementTrace {
  /// Whether it is a value worth saying.
  ///
  /// What a variable takes is not said, null says nothing, and a call is a handle, not a result.
  fileprivate var isSpokenValue: Bool {
    if isKept { return false }
    return switch value {
    case .null: false
    case .reference(let reference):
      if case .call = reference.content { false } else { true }
    case .boolean, .integer, .decimal, .duration, .time: true
    }
  }
}
