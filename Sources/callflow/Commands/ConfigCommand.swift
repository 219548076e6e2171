package import ArgumentParser
import FlowDiagnostics
package import FlowRunner
import PBXModel
import Settings

/// `callflow config`: what the program is set to.
package struct ConfigCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Show which PBX is meant, as whom and how.",
    discussion: """
      EXAMPLES
        callflow config show
      """,
    subcommands: [ConfigShowCommand.self])

  package init() {}
}

/// `callflow config show`.
package struct ConfigShowCommand: Subcommand {
  package static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show each setting and where it came from.",
    discussion: """
      Settings come from, lowest first: the program, ~/.config/callflow/config.yaml, the \
      project's callflow.yaml, the environment (CALLFLOW_…), options. Of a secret is shown \
      whether it is set.

      EXAMPLES
        callflow config show
        callflow config show --profile staging
        CALLFLOW_PBX=https://pbx.example callflow config show --json
      """)

  @OptionGroup package var pbx: PBXOptions

  @Flag(help: "Write JSON.")
  var json = false

  package init() {}

  package func execute(in system: System) async -> RunStatus {
    do throws(RunProblem) {
      let listing = SettingsListing(try SettingsLoader(system: system).load(pbx.flags))
      system.output.write(
        json
          ? listing.json.text(style: .indented) + "\n" : listing.table(shown: PrintableText.shown))
      return .passed
    } catch {
      return system.reject(error)
    }
  }
}
