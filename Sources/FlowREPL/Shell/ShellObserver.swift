import FlowDiagnostics
package import FlowRuntime

/// Prints what a piece of script says while it runs.
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
    case .statementEnded: break
    }
  }
}
