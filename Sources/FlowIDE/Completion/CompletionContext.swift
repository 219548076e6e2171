package import FlowRuntime
package import FlowSyntax

/// What can be named in a text beside what it declares itself.
package struct CompletionContext: Sendable {
  package var commands: CommandTable
  package var functions: [FunctionSignature]
  /// Of a session; those that the text declares are found in it.
  package var variables: [String]
  /// The fields of the session's variables, where they have some.
  package var fields: [String: [String]]
  package var known: KnownNames

  package init(
    commands: CommandTable, functions: [FunctionSignature] = [], variables: [String] = [],
    fields: [String: [String]] = [:],
    known: KnownNames = KnownNames()
  ) {
    self.commands = commands
    self.functions = functions
    self.variables = variables
    self.fields = fields
    self.known = known
  }
}

/// The numbers and names of a PBX.
package struct KnownNames: Hashable, Sendable {
  package var extensions: [String]
  package var queues: [String]
  package var trunks: [String]
  package var ivrs: [String]

  package init(
    extensions: [String] = [], queues: [String] = [], trunks: [String] = [], ivrs: [String] = []
  ) {
    self.extensions = extensions
    self.queues = queues
    self.trunks = trunks
    self.ivrs = ivrs
  }
}
