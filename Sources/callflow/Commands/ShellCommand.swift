package import ArgumentParser
package import FlowRunner

/// `callflow repl`.
package struct ShellCommand: Subcommand {
  package static let configuration = CommandConfiguration(
    commandName: "repl",
    abstract: "Try commands by hand, in real time.",
    discussion: """
      EXAMPLES
        callflow repl
        callflow
      """)

  package init() {}

  package func execute(in system: System) async -> RunStatus {
    await InteractiveShell.run(in: system)
  }
}
