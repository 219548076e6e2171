package import FlowSyntax

/// Everything a script can name: commands and functions.
package struct Library: Sendable {
  package let commands: [any Command.Type]
  package let queries: [any Query.Type]
  package let commandTable: CommandTable

  package init(commands: [any Command.Type], queries: [any Query.Type]) {
    self.commands = commands.sorted { $0.signature.verb < $1.signature.verb }
    self.queries = queries.sorted { $0.signature.name < $1.signature.name }
    self.commandTable = CommandTable(commands.map { $0.signature })
  }
}
