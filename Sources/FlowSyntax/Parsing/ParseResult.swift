package import FlowDiagnostics

/// What a parser makes of a file: always a tree, whatever is wrong with the text.
package struct ParseResult: Sendable {
  package var script: Script
  /// Every token, the end of the file last; trivia and tokens together are the file, byte for byte.
  package var tokens: [Token]
  /// In the order of the text.
  package var diagnostics: [Diagnostic]
  /// Whether more text could finish it: a bracket, block or `"""` text is open, or a line goes on.
  package var isIncomplete: Bool
}
