package import FlowRuntime
package import LineEditor

/// The way in for the executable.
extension Shell {
  /// Runs a shell on the standard streams until the user leaves or the calling task is cancelled.
  ///
  /// The caller keeps the PBX running meanwhile (the simulator's `run` as another child task) and
  /// handles SIGTERM and SIGHUP by cancelling; SIGINT, SIGTSTP and SIGWINCH are the shell's as long
  /// as it runs on a terminal.
  ///
  /// - Parameters:
  ///   - history: the file of earlier entries, nil for none.
  ///   - isInteractive: whether lines are edited: standard input and output are a terminal.
  ///   - notices: what happens on the PBX, to be shown as it comes.
  package static func run(
    _ configuration: Configuration, environment: Environment, history: HistoryFile?,
    isInteractive: Bool, notices: any AsyncSequence<Notice, Never> & Sendable
  ) async {
    let completer = ShellCompleter(configuration.completion)
    let editor = LineEditor(
      LineEditor.Configuration(
        program: "callflow", isInteractive: isInteractive, history: history,
        completer: { completer.candidates(for: $0) }))
    let session = Session(
      environment: environment, observer: ShellObserver(terminal: editor))
    let shell = Shell(
      configuration, session: session, terminal: editor, completer: completer, notices: notices)
    await shell.run()
  }
}
