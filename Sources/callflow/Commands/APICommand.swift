package import ArgumentParser
package import FlowRunner
import PBXModel

/// `callflow api`: the HTTP API as the program knows it.
package struct APICommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "api",
    abstract: "Show the HTTP API of the PBX: its operations, or an OpenAPI document.",
    discussion: """
      EXAMPLES
        callflow api list
        callflow api openapi > openapi.json
      """,
    subcommands: [APIListCommand.self, APIDocumentCommand.self])

  package init() {}
}

/// `callflow api list`.
package struct APIListCommand: Subcommand {
  package static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the operations with their error codes.",
    discussion: """
      The codes are those of wrong parameters and of failure; 422 is the HTTP status that stands \
      for wrong parameters where the API has no code.

      EXAMPLES
        callflow api list
        callflow api list | grep agent
      """)

  package init() {}

  package func execute(in system: System) async -> RunStatus {
    for line in OperationListing.lines { system.output.write(line + "\n") }
    return .passed
  }
}

/// `callflow api openapi`.
package struct APIDocumentCommand: Subcommand {
  package static let configuration = CommandConfiguration(
    commandName: "openapi",
    abstract: "Write the API as an OpenAPI 3.1 document, in JSON.",
    discussion: """
      EXAMPLES
        callflow api openapi > openapi.json
      """)

  package init() {}

  package func execute(in system: System) async -> RunStatus {
    system.output.write(
      OpenAPIDocument.make(version: Version.text).text(style: .indented) + "\n")
    return .passed
  }
}
