import FlowCommands
import FlowRunner
import FlowRuntime
import PBXClient
import PBXModel
import RealWorld

/// Gives every test the same PBX, over the network and in real time.
struct RemoteBeds: TestBedProvider {
  let client: PBXClient
  /// Whether the PBX's phones can be steered.
  let hasLab: Bool
  let execution: ExecutionSettings
  /// Real time that a test may take; as long as it likes where it is nil.
  let limit: Duration?

  func withBed<Result: Sendable>(
    seed: UInt64, _ body: @escaping @Sendable (Environment) async -> Result
  ) async throws -> Result {
    let watchdog = RealTimeLimit(limit)
    let environment = Environment(
      service: client, lab: hasLab ? client : nil, clock: WallClock(), library: .standard,
      settings: execution, watchdog: watchdog, seed: seed)
    return await RealTimeRun(limit: limit, watchdog: watchdog).run(environment, body)
  }
}
