import PBXModel
import Testing
import VirtualTime

@testable import PBXSimulator

/// Random operations on random worlds, through a network on which things go wrong by chance.
///
/// A failure names its seed; `CALLFLOW_SEED=` runs that one alone, `CALLFLOW_SEEDS=` so many.
struct FaultySimulationTests {
  @Test(arguments: SimulationSeeds.all)
  func `whatever goes wrong, the system stays in order and pushes each record once`(
    seed: UInt64
  ) async throws {
    let executor = VirtualExecutor()
    let clock = VirtualClock(executor: executor)
    try await executor.run {
      var random = SplitMix64(seed: ~seed)
      let world = RandomWorld.make(using: &random)
      let simulator = Simulator(world: world, clock: clock, seed: seed)
      try await withThrowingDiscardingTaskGroup { group in
        group.addTask { await simulator.run() }
        var reader = try await simulator.overNetwork.billingPush().makeAsyncIterator()
        try await Self.disturb(simulator, on: clock, using: &random, seed: seed)
        try await Self.finish(simulator, on: clock, seed: seed)
        let listed = try await simulator.callRecords(ListCallRecords(pageSize: 100_000)).rows
        let expected = listed.map { BillingRecord(of: $0) }
        var pushed: [BillingRecord] = []
        while pushed.count < expected.count, let message = try await reader.next() {
          pushed += message
        }
        #expect(Set(pushed) == Set(expected) && pushed.count == expected.count, "seed \(seed)")
        group.cancelAll()
      }
    }
  }

  private static func disturb(
    _ simulator: Simulator, on clock: VirtualClock, using random: inout SplitMix64, seed: UInt64
  ) async throws {
    for _ in 0..<60 {
      if Int.random(in: 0..<6, using: &random) == 0 {
        try await simulator.inject(fault(using: &random))
      }
      let board = try await simulator.board
      let input = RandomInput.make(on: board, using: &random)
      try? await input.ask(simulator.overNetwork, simulator)
      try await clock.sleep(for: .milliseconds(Int.random(in: 0...3000, using: &random)))
      let violations = Invariants(switchboard: try await simulator.board).violations()
      guard violations.isEmpty else {
        Issue.record("seed \(seed): \(violations)")
        return
      }
    }
  }

  /// Ends the faults, hangs up everything, and looks whether anything is left.
  private static func finish(
    _ simulator: Simulator, on clock: VirtualClock, seed: UInt64
  ) async throws {
    try await simulator.clearFaults()
    for number in RandomWorld.everybody {
      try? await simulator.hangup(Hangup(extension: number))
    }
    try await clock.sleep(for: .seconds(120))
    let board = try await simulator.board
    #expect(Invariants(switchboard: board).violations().isEmpty, "seed \(seed)")
    #expect(board.channels.isEmpty, "seed \(seed)")
  }

  private static func fault(using random: inout SplitMix64) -> Fault {
    let span = Duration.milliseconds(Int.random(in: 1...20_000, using: &random))
    let chance = Int.random(in: 1...100, using: &random)
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return Fault(.networkDown, span: span)
    case 1: return Fault(.page, chance: chance, span: span)
    case 2: return Fault(.disconnection, chance: chance, span: span)
    case 3: return Fault(.delay(.milliseconds(300), jitter: .milliseconds(500)), span: span)
    case 4: return Fault(.expiredToken, chance: chance, span: span)
    case 5: return Fault(.refusal(600001), on: Dial.name, times: 2)
    case 6: return Fault(.delayedPush(span, jitter: span), times: 3)
    default: return Fault(.droppedPush, chance: chance, span: span)
    }
  }
}

extension Simulator {
  /// The state machine as it is now.
  fileprivate var board: Switchboard {
    get throws { try ask { copy $0 } }
  }
}
