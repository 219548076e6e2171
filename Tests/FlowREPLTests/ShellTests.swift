import FlowDiagnostics
import FlowIDE
import FlowSyntax
import LineEditor
import PBXModel
import Testing

@testable import FlowREPL
@testable import FlowRuntime

@Suite struct ShellTests {
  private static let commands = CommandTable([
    CommandSignature(
      verb: "dial", summary: "Calls.",
      forms: [
        CommandForm(
          "dial",
          [
            .operand(OperandSlot("extension", .extension)), .arrow,
            .operand(OperandSlot("dest", .number)),
          ], summary: "Calls the destination.")
      ], operations: ["call/dial"], examples: ["dial 8001 -> 8002"])
  ])

  /// Runs a shell to its end.
  private func run(
    _ terminal: ScriptedTerminal, _ session: ScriptedSession, isColored: Bool = false,
    notices: [Notice] = []
  ) async {
    let completion = CompletionContext(commands: Self.commands)
    let shell = Shell(
      Shell.Configuration(target: "a test", isColored: isColored, completion: completion),
      session: session, terminal: terminal, completer: ShellCompleter(completion),
      notices: AsyncStream { continuation in
        for notice in notices { continuation.yield(notice) }
        continuation.finish()
      })
    await shell.run()
  }

  private func nothing() -> ScriptedSession {
    ScriptedSession { _ in Session.Evaluation(diagnostics: []) }
  }

  @Test func `an entry is run`() async {
    let terminal = ScriptedTerminal(lines: ["1 + 2"])
    let session = nothing()
    await run(terminal, session)
    #expect(await session.entries == ["1 + 2"])
    #expect(terminal.output == ["8001 was hung up"])
    #expect(terminal.isClosed)
  }

  @Test func `every value that no variable takes is shown, in its place`() {
    let terminal = ScriptedTerminal([])
    terminal.notify("callflow")
    terminal.notify("`:help`")
    let observer = ShellObserver(terminal: terminal)
    let moment = Timestamp(nanoseconds: 0)
    func give(_ value: Value, isKept: Bool = false) {
      observer.receive(
        .statementEnded(
          StatementTrace(
            range: SourceRange(0, 1), start: moment, end: moment, value: value, isFailure: false,
            isKept: isKept)))
    }
    give(.call(CallHandle(id: 1, extension: "8001", destination: "8002", caller: nil)))
    give(.null)
    observer.receive(.logged("in between", at: moment))
    give(.integer(3))
    give(.integer(4), isKept: true)
    #expect(terminal.output == ["call 1: 8001 → 8002", "in between", "3"])
  }

  @Test func `an open block is asked for until it is closed, and kept whole`() async {
    let terminal = ScriptedTerminal(lines: ["repeat 2 {", "  wait 1s", "}"])
    let session = nothing()
    await run(terminal, session)
    #expect(await session.entries == ["repeat 2 {\n  wait 1s\n}"])
    #expect(terminal.history == ["repeat 2 {\n  wait 1s\n}"])
    #expect(terminal.prompts == ["callflow> ", "      ... ", "      ... ", "callflow> "])
  }

  @Test func `an interrupt drops what is open`() async {
    let terminal = ScriptedTerminal([.line("repeat 2 {"), .interrupted, .line("1")])
    let session = nothing()
    await run(terminal, session)
    #expect(await session.entries == ["1"])
    #expect(terminal.prompts == ["callflow> ", "      ... ", "callflow> ", "callflow> "])
  }

  @Test(arguments: ["exit", ":quit", " quit "])
  func `there are words that leave`(word: String) async {
    let terminal = ScriptedTerminal(lines: [word, "1"])
    let session = nothing()
    await run(terminal, session)
    #expect(await session.entries == [])
    #expect(await session.hasEnded)
  }

  @Test func `a running entry is cancelled by an interrupt`() async {
    let terminal = ScriptedTerminal(lines: ["wait 1h", "1"])
    let session = ScriptedSession { text in
      guard text.hasPrefix("wait") else {
        return Session.Evaluation(diagnostics: [])
      }
      let (never, continuation) = AsyncStream<Void>.makeStream()
      terminal.pressInterrupt()
      for await _ in never {}
      continuation.finish()
      return Session.Evaluation(diagnostics: [])
    }
    await run(terminal, session)
    #expect(terminal.output == ["interrupted", "8001 was hung up"])
    #expect(!terminal.isInterruptible)
  }

  @Test func `a diagnostic is shown with its place`() async throws {
    let terminal = ScriptedTerminal(lines: ["dail 8001"])
    let session = ScriptedSession { _ in
      let diagnostic = Diagnostic(
        code: "E0100", message: "there is no command `dail`", range: SourceRange(0, 4))
      return Session.Evaluation(diagnostics: [diagnostic])
    }
    await run(terminal, session)
    let shown = try #require(terminal.output.first)
    #expect(shown.contains("E0100"))
    #expect(shown.contains("dail 8001"))
    #expect(shown.contains("^^^^"))
    #expect(!shown.contains("\u{1b}"))
  }

  @Test func `colors come only where they are wanted`() async throws {
    let terminal = ScriptedTerminal([])
    await run(terminal, nothing(), isColored: true)
    #expect(terminal.prompts == ["\u{1b}[36mcallflow>\u{1b}[0m "])
  }

  @Test(arguments: [
    (":help dial", "dial EXTENSION -> DEST"),
    (":help dail", "did you mean `dial`?"),
    (":help", "Ends the test when it does not hold."),
    ("help", "Ends the test when it does not hold."),
    ("?", "Ends the test when it does not hold."),
    (":hlep", "did you mean `:help`?"),
    (":", "a name must follow the colon"),
  ])
  func `what is said to the shell is answered`(line: String, answer: String) async throws {
    let terminal = ScriptedTerminal(lines: [line])
    let session = nothing()
    await run(terminal, session)
    #expect(try #require(terminal.output.first).contains(answer))
    #expect(await session.entries == [])
    #expect(terminal.history == [line])
  }

  @Test func `what happens is shown beside what is typed`() async {
    let terminal = ScriptedTerminal([])
    await run(terminal, nothing(), notices: [Notice("8002 rings")])
    // It may come before the shell leaves or not at all, but never after the clean-up.
    #expect(terminal.output.last == "8001 was hung up")
  }

  @Test func `completion knows the lines before`() {
    let completer = ShellCompleter(CompletionContext(commands: Self.commands))
    completer.prepare(precedingText: "let second = dial 8001 ->\n", variables: ["first"])
    let list = completer.candidates(
      for: CompletionRequest(line: Array("fi".unicodeScalars), cursor: 2))
    #expect(list.replacedCount == 2)
    #expect(list.candidates.map(\.text) == ["first"])
  }

  @Test(arguments: [(":h", ":help"), (":help di", "dial"), ("打 = 1; dia", "dial")])
  func `completion knows where it stands`(line: String, text: String) {
    let completer = ShellCompleter(CompletionContext(commands: Self.commands))
    let scalars = Array(line.unicodeScalars)
    let list = completer.candidates(
      for: CompletionRequest(line: scalars, cursor: scalars.count))
    #expect(list.candidates.map(\.text) == [text])
  }
}
