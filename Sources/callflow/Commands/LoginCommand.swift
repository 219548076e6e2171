package import ArgumentParser
package import FlowRunner
import PBXClient
import PBXModel

/// `callflow login`: tries the credentials.
package struct LoginCommand: Subcommand {
  package static let configuration = CommandConfiguration(
    commandName: "login",
    abstract: "Sign in to a PBX to see whether its address and the credentials are right.",
    discussion: """
      Nothing is kept: a token lives as long as a run. Secrets come from the environment \
      (CALLFLOW_CLIENT_SECRET, CALLFLOW_PASSWORD) or from a file that only you can read; see \
      callflow config show.

      EXAMPLES
        callflow login --pbx https://pbx.example
        callflow login --profile lab
      """)

  @OptionGroup var pbx: PBXOptions

  package init() {}

  package func execute(in system: System) async -> RunStatus {
    do throws(RunProblem) {
      let settings = try SettingsLoader(system: system).load(pbx.flags)
      guard let remote = try RemotePBX(settings) else { throw .noPBX }
      system.output.write(
        try await remote.withClient { _, hasLab in
          Self.report(on: remote.configuration, hasLab: hasLab)
        })
      return .passed
    } catch {
      return system.reject(error)
    }
  }

  /// What signing in has shown.
  private static func report(
    on configuration: PBXClient.Configuration, hasLab: Bool
  ) -> String {
    let phones =
      hasLab ? "can be steered" : "cannot be steered: tests with lab commands are inconclusive"
    return """
      signed in to \(configuration.address) as \(configuration.credentials)
      phones: \(phones)
      billing push: \(configuration.push.map(\.description) ?? "no address; `push` is not set")

      """
  }
}
