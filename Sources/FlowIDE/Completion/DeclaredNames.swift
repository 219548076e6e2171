import FlowDiagnostics
import FlowSyntax

/// The names that a text declares before a place, the last first; scopes are not looked at.
struct DeclaredNames {
  private(set) var names: [String] = []

  init(in analysis: Analysis, before offset: Int) {
    var isDeclaration = false
    // The word at the cursor is being typed, and names nothing yet.
    for token in analysis.parse.tokens.prefix(while: { $0.range.end < offset }) {
      let text = analysis.source.text(in: token.range)
      if isDeclaration, token.kind == .name, !names.contains(text) { names.insert(text, at: 0) }
      isDeclaration = token.kind == .name && ["for", "let", "param"].contains(text)
    }
  }
}
