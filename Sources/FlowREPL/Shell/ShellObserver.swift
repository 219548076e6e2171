import FlowDiagnostics
package import FlowRuntime

/// Prints what a piece of script says and gives while it runs.
package struct ShellObserver: ExecutionObserver {
  private let terminal: any ShellTerminal

  package init(terminal: any ShellTerminal) {
    self.terminal = terminal
  }

  package func receive(_ event: ExecutionEvent) {
    switch event {
    case .logged(let text, _): terminal.notify(text)
    case .cleanedUp(let text, _): terminal.notify(text)
    // The evaluation's outcome shows it, with its place.
    case .checkFailed, .named: break
    case .statementEnded(let trace):
      // What a variable takes is not shown.
      guard !trace.isKept,
        let text = ValuePrinter(columns: terminal.columns).text(trace.value)
      else { break }
      terminal.notify(text)
    }
  }
}
