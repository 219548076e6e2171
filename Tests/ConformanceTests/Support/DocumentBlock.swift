import FlowRunner

/// A fenced block of a document that says what it is: ```` ```callflow fails ````.
struct DocumentBlock: Sendable, CustomStringConvertible {
  var document: String
  /// The line of the fence, counted from 1.
  var line: Int
  /// The words behind the fence.
  var tags: [String]
  var text: String

  var description: String { "\(document):\(line)" }

  /// Those that are scripts.
  ///
  /// `fails` and `error` say how one ends, `check` that it is not run, and
  /// `fragment` that it is no script by itself.
  static let scripts: [DocumentBlock] = all.filter {
    $0.tags.first == "callflow" && !$0.tags.contains("fragment")
  }

  static let all: [DocumentBlock] = ["README.md", "grammar.md", "worlds.md"].flatMap {
    document in
    blocks(of: (try? Repository.text(document)) ?? "", document: document)
  }

  var isOnlyChecked: Bool { tags.contains("check") }

  var expectedStatus: RunStatus {
    tags.contains("fails") ? .failed : tags.contains("error") ? .invalid : .passed
  }

  static func blocks(of text: String, document: String) -> [DocumentBlock] {
    var blocks: [DocumentBlock] = []
    var open: DocumentBlock?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if var block = open {
        if line == "```" {
          blocks.append(block)
          open = nil
        } else {
          block.text += line + "\n"
          open = block
        }
      } else if line.hasPrefix("```") {
        let tags = line.dropFirst(3).split(separator: " ").map(String.init)
        open = DocumentBlock(document: document, line: index + 1, tags: tags, text: "")
      }
    }
    return blocks
  }
}

/// A `callflow` command of a ```` ```console ```` block with what it shows.
struct DocumentCommand: Sendable, CustomStringConvertible {
  var block: DocumentBlock
  var arguments: [String]
  var expected: String

  var description: String { "\(block): callflow \(arguments.joined(separator: " "))" }

  static let all: [DocumentCommand] = DocumentBlock.all
    .filter { $0.tags.first == "console" }
    .flatMap(commands)

  private static func commands(of block: DocumentBlock) -> [DocumentCommand] {
    var commands: [DocumentCommand] = []
    for line in block.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if line.hasPrefix("$ ") {
        let words = words(of: line.dropFirst(2))
        commands.append(
          DocumentCommand(block: block, arguments: Array(words.dropFirst()), expected: ""))
      } else if !commands.isEmpty {
        commands[commands.count - 1].expected += line + "\n"
      }
    }
    return commands
  }

  /// Splits as a shell would: at blanks, outside of quotes.
  private static func words(of line: Substring) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in line {
      if character == quote {
        quote = nil
      } else if quote == nil, character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if quote == nil, character == " " {
        if let finished = word { words.append(finished) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
    return words
  }
}
