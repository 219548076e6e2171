package import FlowRuntime
package import FlowSyntax

/// What can be looked up: commands, functions, states and the language's own words, as plain text.
package struct Manual: Sendable {
  package var commands: CommandTable
  package var functions: [FunctionSignature]

  package init(commands: CommandTable, functions: [FunctionSignature]) {
    self.commands = commands
    self.functions = functions
  }

  /// Every word that has a page.
  package var words: [String] {
    commands.signatures.map(\.verb) + StatementGuide.entries.map(\.word)
      + CallState.allCases.map(\.rawValue) + functions.map(\.name)
  }

  /// All words with a sentence each.
  package var overview: String {
    let sections = [
      ("Commands", commands.signatures.map { ($0.verb, $0.summary) }),
      ("Statements", StatementGuide.entries.map { ($0.word, $0.summary) }),
      ("States", CallState.allCases.map { ($0.rawValue, $0.summary) }),
      ("Functions", functions.map { ($0.name, $0.summary) }),
    ]
    let width = words.map(\.count).max() ?? 0
    return sections.map { title, rows in
      let lines = rows.map { word, summary in
        "  " + word + String(repeating: " ", count: width - word.count + 2) + summary
      }
      return ([title] + lines).joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  /// The page of a word; nil where there is none.
  package func page(for word: String) -> String? {
    if let signature = commands[word] { return page(of: signature) }
    if let entry = StatementGuide.entry(for: word) { return page(of: entry) }
    if let state = CallState(rawValue: word) { return page(of: state) }
    return functions.first { $0.name == word }.map(page)
  }

  private func page(of signature: CommandSignature) -> String {
    let forms = signature.forms.map { form in
      "  " + form.usage(verb: signature.verb) + "\n      " + form.summary
    }
    return Self.page(
      title: "\(signature.verb): \(signature.summary)",
      sections: [forms.joined(separator: "\n")] + signature.discussion.map(Self.wrapped),
      examples: signature.examples, operations: signature.operations)
  }

  private func page(of entry: StatementGuide) -> String {
    Self.page(
      title: "\(entry.word): \(entry.summary)",
      sections: [entry.forms.map { "  " + $0 }.joined(separator: "\n")],
      examples: [entry.example], operations: [])
  }

  private func page(of state: CallState) -> String {
    Self.page(
      title: "\(state.rawValue): \(state.summary)",
      sections: [state.forms.map { "  " + $0 }.joined(separator: "\n")],
      examples: [state.example], operations: [])
  }

  private func page(of function: FunctionSignature) -> String {
    let parameters = function.parameters.map { parameter in
      let name = parameter.isLabelled ? "\(parameter.name):" : parameter.name.uppercased()
      return parameter.isRequired ? name : "[\(name)]"
    }
    return Self.page(
      title: "\(function.name): \(function.summary)",
      sections: ["  \(function.name)(\(parameters.joined(separator: ", ")))"],
      examples: function.examples, operations: function.operations)
  }

  private static func page(
    title: String, sections: [String], examples: [String], operations: [String]
  ) -> String {
    var parts = [title] + sections
    if !examples.isEmpty {
      let heading = examples.count == 1 ? "Example" : "Examples"
      parts.append(heading + "\n" + examples.map(indented).joined(separator: "\n\n"))
    }
    if !operations.isEmpty { parts.append("API: " + operations.joined(separator: ", ")) }
    return parts.joined(separator: "\n\n")
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { "  " + $0 }
      .joined(separator: "\n")
  }

  /// Breaks a paragraph into lines that a narrow terminal shows.
  private static func wrapped(_ paragraph: String) -> String {
    var lines: [String] = []
    for word in paragraph.split(separator: " ") {
      if let last = lines.last, last.count + word.count < 78 {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n")
  }
}
