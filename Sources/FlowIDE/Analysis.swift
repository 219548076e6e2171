package import FlowDiagnostics
package import FlowSyntax

/// What an editor knows of one state of a text: its tokens and its tree; a value, never changed.
package struct Analysis: Sendable {
  package let source: SourceFile
  package let parse: ParseResult

  package init(_ source: SourceFile, commands: CommandTable) {
    self.source = source
    self.parse = Parser.parse(source, commands: commands)
  }
}
