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
      if let warning = remote.warning { system.warn(warning) }
      let push = try await remote.withClient { client, hasLab in
        system.output.write(Self.report(on: remote.configuration, hasLab: hasLab))
        return await Self.tryPush(of: client)
      }
      guard let push else { return .passed }
      switch push {
      case .success(let address): system.output.write("billing push: connected to \(address)\n")
      case .failure(let problem): throw problem
      }
      return .passed
    } catch {
      return system.reject(error)
    }
  }

  /// Connects to the billing push once; nil where no address is set.
  private static func tryPush(of client: PBXClient) async -> Result<PushAddress, RunProblem>? {
    guard let address = client.configuration.push else { return nil }
    do throws(PBXError) {
      _ = try await client.billingPush()
      return .success(address)
    } catch {
      return .failure(.unusablePBX("\(address)", error))
    }
  }

  /// What signing in has shown.
  private static func report(
    on configuration: PBXClient.Configuration, hasLab: Bool
  ) -> String {
    let phones =
      hasLab ? "can be steered" : "cannot be steered: tests with lab commands are inconclusive"
    let push = configuration.push == nil ? "billing push: no address; `push` is not set\n" : ""
    return """
      signed in to \(configuration.address) as \(configuration.credentials)
      phones: \(phones)
      \(push)
      """
  }
}
