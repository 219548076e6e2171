import FlowCommands
import FlowDiagnostics
import FlowRuntime
import Testing

@testable import FlowIDE
@testable import FlowSyntax

/// Whatever the manual's examples write, completion offers while it is typed.
@Suite struct ExampleCompletionTests {
  private static let library = Library.standard
  private static let scripts =
    library.commands.flatMap { $0.signature.examples }
    + library.queries.flatMap { $0.signature.examples }
    + StatementGuide.entries.map(\.example)

  @Test(arguments: scripts)
  func `every word of an example is offered where it stands`(script: String) {
    let analysis = Analysis(
      SourceFile(name: "example", text: script), commands: Self.library.commandTable)
    let engine = CompletionEngine(
      CompletionContext(
        commands: Self.library.commandTable, functions: Self.library.functions))
    var before: Token?
    for token in analysis.parse.tokens {
      defer { before = token }
      guard token.kind == .name, !isNew(after: before, in: analysis.source) else { continue }
      let word = analysis.source.text(in: token.range)
      let texts = engine.completions(at: token.range.end, in: analysis).map(\.text)
      #expect(
        texts.contains { $0 == word || $0 == word + ":" || $0 == "not in" && word == "in" },
        "`\(word)` at \(token.range.start) of \(script)")
    }
  }

  @Test(arguments: StatementGuide.entries)
  func `a statement's example has nothing wrong`(entry: StatementGuide) {
    let source = SourceFile(name: "example", text: entry.example)
    let analysis = Analysis(source, commands: Self.library.commandTable)
    #expect(analysis.parse.diagnostics == [])
    #expect(entry.example.contains(entry.word))
  }

  @Test func `every word that begins a statement is explained`() {
    // `else` only goes on with an `if`, and the last three are no words of the language.
    let others: Set<Keyword> = [.else, .elif, .elseif, .elsif]
    let words = Keyword.allCases.filter { $0.startsStatement && !others.contains($0) }
    #expect(StatementGuide.entries.map(\.word) == words.map(\.rawValue).sorted())
  }

  /// Whether a name is made here, or is a field, so that nobody can know it before.
  private func isNew(after token: Token?, in source: SourceFile) -> Bool {
    guard let token else { return false }
    return token.kind == .dot || ["let", "for", "param"].contains(source.text(in: token.range))
  }
}
