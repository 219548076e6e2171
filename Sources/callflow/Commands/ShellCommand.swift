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
        callflow repl --pbx https://pbx.example
        callflow repl --world callcentre.yaml
      """)

  @OptionGroup var pbx: PBXOptions

  @OptionGroup var simulated: WorldOptions

  package init() {}

  package func execute(in system: System) async -> RunStatus {
    do throws(RunProblem) {
      let shell = InteractiveShell(system: system)
      let settings = try SettingsLoader(system: system).load(pbx.flags(simulated))
      let described = try WorldLoader(system: system).world(of: settings)
      guard let remote = try RemotePBX(settings) else {
        return await shell.runOnSimulator(of: described)
      }
      if let warning = remote.warning { system.warn(warning) }
      return try await remote.withClient { client, hasLab in
        await shell.run(on: client, hasLab: hasLab, of: remote)
      }
    } catch {
      return system.reject(error)
    }
  }
}
