import FlowDiagnostics

/// What is said to the shell itself: a line that begins with a colon.
enum MetaCommand: Hashable {
  case help(word: String?)
  case quit

  /// Why a line is none.
  struct Problem: Error, Hashable {
    var message: String
  }

  /// The names, their operands and what they do.
  static let names: [(name: String, operands: String, summary: String)] = [
    ("help", "[WORD]", "Shows all words, or the page of one."),
    ("quit", "", "Hangs up what is left over and leaves, as Ctrl-D does."),
  ]

  /// Reads a line, which begins with a colon.
  init(_ line: String) throws(Problem) {
    let words = line.dropFirst().split { $0.isWhitespace }.map(String.init)
    switch words.first {
    case "help": self = .help(word: words.dropFirst().first)
    case "quit": self = .quit
    case let name?:
      let closest = Spelling.closest(to: name, among: Self.names.map(\.name))
      let advice = closest.map { "did you mean `:\($0)`?" } ?? "`:help` lists what there is"
      throw Problem(message: "unknown shell command `:\(name)`: \(advice)")
    case nil:
      throw Problem(message: "a name must follow the colon: `:help` lists what there is")
    }
  }
}
