import FlowDiagnostics
package import FlowIDE
import FlowRuntime
import FlowSyntax
import LineEditor

/// The interactive shell: reads entries, runs them in one session, and prints what comes of them.
///
/// `run` is one structured task: it returns when the user leaves or its task is cancelled, and has
/// then hung up what was left over and put the terminal back.
package struct Shell: Sendable {
  package struct Configuration: Sendable {
    /// What it is connected to, for the greeting: `the PBX simulator inside the program`.
    package var target: String
    /// Whether diagnostics and the prompt are coloured: on a terminal, without `NO_COLOR`.
    package var isColored: Bool
    package var completion: CompletionContext

    package init(target: String, isColored: Bool, completion: CompletionContext) {
      self.target = target
      self.isColored = isColored
      self.completion = completion
    }
  }

  /// How many diagnostics of one entry are shown: more than a person reads.
  private static let diagnosticLimit = 20

  private let configuration: Configuration
  private let session: any ShellSession
  private let terminal: any ShellTerminal
  private let completer: ShellCompleter
  private let notices: any AsyncSequence<Notice, Never> & Sendable

  /// Makes a shell of its parts; `Shell.run` makes the parts.
  ///
  /// - Parameter completer: the one that the terminal asks.
  package init(
    _ configuration: Configuration, session: any ShellSession, terminal: any ShellTerminal,
    completer: ShellCompleter, notices: any AsyncSequence<Notice, Never> & Sendable
  ) {
    self.configuration = configuration
    self.session = session
    self.terminal = terminal
    self.completer = completer
    self.notices = notices
  }

  package func run() async {
    let leftovers = await withTaskGroup(of: Void.self) { group in
      group.addTask { await self.showNotices() }
      await converse()
      // What it hangs up is still told of.
      let leftovers = await session.end()
      group.cancelAll()
      return leftovers
    }
    for leftover in leftovers { terminal.notify(leftover) }
    await terminal.close()
  }

  private func showNotices() async {
    for await notice in notices { terminal.notify(dimmed("· " + notice.text)) }
  }

  /// Reads and runs entries until the user leaves.
  private func converse() async {
    terminal.notify("callflow, connected to \(configuration.target)")
    terminal.notify("`:help` shows the words, Tab completes them, Ctrl-D leaves.")
    var number = 0
    while let entry = await readEntry() {
      let text = entry.trimmingBlanks()
      if text.isEmpty { continue }
      terminal.remember(entry)
      if let line = shellLine(text) {
        guard obey(line) else { return }
      } else {
        number += 1
        await evaluate(SourceFile(name: "<input \(number)>", text: entry))
      }
    }
  }

  /// What is said to the shell, with its colon; the words that everybody tries need none, unless
  /// the session has given them a meaning.
  private func shellLine(_ text: String) -> String? {
    if text.hasPrefix(":") { return text }
    guard !session.variableNames.contains(text) else { return nil }
    switch text {
    case "exit", "quit": return ":quit"
    case "help", "?": return ":help"
    default: return nil
    }
  }

  /// The next entry, of as many lines as its brackets need; nil when the user leaves.
  private func readEntry() async -> String? {
    var lines: [String] = []
    let variables = session.variableNames
    while true {
      completer.prepare(
        precedingText: lines.map { $0 + "\n" }.joined(), variables: variables,
        fields: session.fieldNames)
      switch await terminal.readLine(prompt: prompt(isContinued: !lines.isEmpty)) {
      case .interrupted:
        lines = []
      case .end:
        // What is open is run as it stands, so that a script from a pipe tells what it lacks.
        return lines.isEmpty ? nil : lines.joined(separator: "\n")
      case .line(let line):
        lines.append(line)
        let entry = lines.joined(separator: "\n")
        if entry.first == ":" || !isIncomplete(entry) { return entry }
      }
    }
  }

  private func isIncomplete(_ entry: String) -> Bool {
    let source = SourceFile(name: "<input>", text: entry)
    return Parser.parse(source, commands: configuration.completion.commands).isIncomplete
  }

  private func prompt(isContinued: Bool) -> String {
    let text = isContinued ? "      ..." : "callflow>"
    return configuration.isColored ? "\u{1b}[36m\(text)\u{1b}[0m " : text + " "
  }

  /// Does what a shell command says; false when it is to leave.
  private func obey(_ line: String) -> Bool {
    do throws(MetaCommand.Problem) {
      switch try MetaCommand(line) {
      case .help(let word): terminal.notify(ShellHelp(configuration.completion).text(for: word))
      case .quit: return false
      }
    } catch {
      terminal.notify(error.message)
    }
    return true
  }

  /// Runs an entry, which Ctrl-C cancels, and prints what came of it.
  private func evaluate(_ source: SourceFile) async {
    let (interrupts, continuation) = AsyncStream<Void>.makeStream()
    terminal.onInterrupt { continuation.yield() }
    defer { terminal.onInterrupt(nil) }
    let session = self.session
    var evaluation: Session.Evaluation?
    var isInterrupted = false
    await withTaskGroup(of: Session.Evaluation?.self) { group in
      group.addTask { await session.evaluate(source) }
      group.addTask {
        for await _ in interrupts { break }
        return nil
      }
      // Whichever ends first ends the other.
      for await result in group {
        if let result { evaluation = result } else if evaluation == nil { isInterrupted = true }
        group.cancelAll()
      }
    }
    if isInterrupted { terminal.notify("interrupted") }
    if let evaluation { show(evaluation, of: source, isInterrupted: isInterrupted) }
  }

  private func show(_ evaluation: Session.Evaluation, of source: SourceFile, isInterrupted: Bool) {
    let renderer = DiagnosticRenderer(color: configuration.isColored)
    let diagnostics = evaluation.diagnostics + evaluation.failedChecks
    for diagnostic in diagnostics.prefix(Self.diagnosticLimit) {
      terminal.notify(renderer.render(diagnostic, in: source).trimmingBlanks())
    }
    let hiddenCount = diagnostics.count - Self.diagnosticLimit
    if hiddenCount > 0 { terminal.notify("… and \(hiddenCount) more") }
    if let failure = evaluation.failure, !isInterrupted {
      terminal.notify(renderer.render(failure, in: source).trimmingBlanks())
    }
  }

  private func dimmed(_ text: String) -> String {
    configuration.isColored ? "\u{1b}[2m\(text)\u{1b}[0m" : text
  }
}

extension String {
  /// Without blanks and line ends around it.
  fileprivate func trimmingBlanks() -> String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
