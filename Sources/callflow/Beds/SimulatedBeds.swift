import FlowCommands
import FlowRunner
import FlowRuntime
import PBXModel
import PBXSimulator
import RealWorld
import VirtualTime

/// Gives every test a simulator of its own, in virtual or real time.
struct SimulatedBeds: TestBedProvider {
  /// Real time that a test on virtual time may take where nothing else is said.
  static let defaultLimit = Duration.seconds(60)

  private let world: World
  private let time: TimeMode
  private let limit: Duration?

  /// - Parameters:
  ///   - world: what each test's simulator consists of.
  ///   - limit: real time that a test may take; nil for the default, which is none in real time,
  ///     where a test that waits is not a test that hangs.
  init(world: World, time: TimeMode, limit: Duration?) {
    self.world = world
    self.time = time
    switch time {
    case .virtual: self.limit = limit ?? Self.defaultLimit
    case .real: self.limit = limit
    }
  }

  func withBed<Result: Sendable>(
    seed: UInt64, _ body: @escaping @Sendable (Environment) async -> Result
  ) async throws -> Result {
    let watchdog = RealTimeLimit(limit)
    switch time {
    case .virtual:
      let executor = VirtualExecutor(startingAt: world.start)
      let clock = VirtualClock(executor: executor)
      return try await executor.run {
        await withSimulator(of: world, on: clock, seed: seed, watchdog: watchdog, body)
      }
    case .real:
      return await withSimulator(
        of: world, on: WallClock(), seed: seed, watchdog: watchdog
      ) { environment in
        await RealTimeRun(limit: limit, watchdog: watchdog).run(environment, body)
      }
    }
  }
}

/// Runs a body beside a simulator that lives exactly as long, although the body is cancelled: what
/// it does to undo itself needs a PBX whose time goes on.
private func withSimulator<Result: Sendable>(
  of world: World, on clock: any PBXClock, seed: UInt64, watchdog: RealTimeLimit,
  _ body: @escaping @Sendable (Environment) async -> Result
) async -> Result {
  let simulator = Simulator(world: world, clock: clock, seed: seed)
  var settings = ExecutionSettings()
  settings.zone = world.zone
  let environment = Environment(
    service: simulator.overNetwork, lab: simulator, clock: clock, library: .standard,
    settings: settings,
    watchdog: watchdog, seed: seed)
  let executor = withUnsafeCurrentTask { $0?.unownedTaskExecutor?.asTaskExecutor() }
  // A child task would end with the interruption.
  let life = Task(executorPreference: executor) { await simulator.run() }
  let result = await body(environment)
  life.cancel()
  await life.value
  return result
}
