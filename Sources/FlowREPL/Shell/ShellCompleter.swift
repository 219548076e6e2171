import FlowDiagnostics
package import FlowIDE
package import LineEditor
import Synchronization

/// Answers Tab: the shell tells it what came before the line, the editor's thread asks it.
package final class ShellCompleter: Sendable {
  private struct State: Sendable {
    var context: CompletionContext
    /// The lines of the entry before the one that is being typed, each with its line end.
    var precedingText = ""
  }

  private let state: Mutex<State>

  package init(_ context: CompletionContext) {
    state = Mutex(State(context: context))
  }

  /// Prepares for the next line.
  package func prepare(
    precedingText: String, variables: [String], fields: [String: [String]] = [:]
  ) {
    state.withLock { state in
      state.precedingText = precedingText
      state.context.variables = variables
      state.context.fields = fields
    }
  }

  /// What could stand at the cursor.
  package func candidates(for request: CompletionRequest) -> CandidateList {
    let state = self.state.withLock { $0 }
    let before = String(String.UnicodeScalarView(request.line[..<request.cursor]))
    if state.precedingText.isEmpty, before.first == ":" {
      return metaCandidates(for: before, context: state.context)
    }
    let text = state.precedingText + String(String.UnicodeScalarView(request.line))
    let source = SourceFile(name: "<shell>", text: text)
    let analysis = Analysis(source, commands: state.context.commands)
    let offset = state.precedingText.utf8.count + before.utf8.count
    let completions = CompletionEngine(state.context).completions(at: offset, in: analysis)
    guard let range = completions.first?.range else { return .empty }
    return CandidateList(
      replacedCount: source.text(in: range).unicodeScalars.count,
      candidates: completions.map { completion in
        CandidateList.Candidate(
          text: completion.text, suffix: Self.suffix(of: completion.kind),
          summary: completion.summary)
      })
  }

  /// Completes `:he` and the word behind `:help `.
  private func metaCandidates(for text: String, context: CompletionContext) -> CandidateList {
    let isHelp = text.hasPrefix(":help ")
    let typed = isHelp ? String(text.dropFirst(":help ".count)) : text
    let manual = Manual(commands: context.commands, functions: context.functions)
    let texts = isHelp ? manual.words : MetaCommand.names.map { ":" + $0.name }
    let candidates = texts.filter { $0.hasPrefix(typed) }
      .map { CandidateList.Candidate(text: $0, suffix: " ", summary: "") }
    return CandidateList(replacedCount: typed.unicodeScalars.count, candidates: candidates)
  }

  private static func suffix(of kind: Completion.Kind) -> String {
    switch kind {
    case .function: "("
    case .command, .keyword, .word, .option, .state, .variable, .field, .label, .number,
      .operator:
      " "
    }
  }
}

extension String.UnicodeScalarView {
  /// The scalars as they stand.
  fileprivate init(_ scalars: ArraySlice<Unicode.Scalar>) {
    self.init()
    append(contentsOf: scalars)
  }

  fileprivate init(_ scalars: [Unicode.Scalar]) {
    self.init(scalars[...])
  }
}
