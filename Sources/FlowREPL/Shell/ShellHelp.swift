import FlowDiagnostics
import FlowIDE

/// What `:help` shows.
struct ShellHelp {
  private let manual: Manual

  init(_ context: CompletionContext) {
    manual = Manual(commands: context.commands, functions: context.functions)
  }

  /// The page of a word, or all words.
  func text(for word: String?) -> String {
    guard let word else { return manual.overview + "\n\n" + shellCommands }
    if let page = manual.page(for: word) { return page }
    let closest = Spelling.closest(to: word, among: manual.words)
    let advice = closest.map { "did you mean `\($0)`?" } ?? "`:help` lists what there is"
    return "nothing is known of `\(word)`: \(advice)"
  }

  private var shellCommands: String {
    let rows = MetaCommand.names.map { command in
      let usage =
        ":"
        + [command.name, command.operands].filter { !$0.isEmpty }
        .joined(separator: " ")
      let blanks = String(repeating: " ", count: max(2, 16 - usage.count))
      return "  " + usage + blanks + command.summary
    }
    return (["Shell"] + rows).joined(separator: "\n")
  }
}
