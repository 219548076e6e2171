package import ArgumentParser
package import FlowRunner

/// `callflow check PATH…`.
package struct CheckCommand: Subcommand {
  package static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say what is wrong with scripts, without running them.",
    discussion: """
      EXAMPLES
        callflow check scripts
        callflow check transfers.flow queues.flow
        callflow check - < transfers.flow
      """)

  @Argument(
    help: ArgumentHelp(
      "A script, a folder of scripts, or - for standard input.",
      valueName: "path"))
  var paths: [String] = []

  @OptionGroup var display: DisplayOptions

  package init() {}

  package var misuse: String? {
    paths.isEmpty ? "Name a script, a folder, or - for standard input." : display.misuse
  }

  package func execute(in system: System) async -> RunStatus {
    RunSession(system: system, display: display, reports: [])
      .check(paths.map(ScriptInput.init(argument:)))
  }
}
