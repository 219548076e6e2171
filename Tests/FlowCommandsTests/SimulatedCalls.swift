import FlowCommands
import FlowRuntime
import FlowSyntax
import PBXModel
import PBXSimulator
import VirtualTime

/// Runs a body with a branch on the simulator's default world, on virtual time.
func onSimulator<Success: Sendable>(
  _ body: @escaping @Sendable (Branch, Simulator) async throws -> Success
) async throws -> Success {
  let executor = VirtualExecutor()
  let clock = VirtualClock(executor: executor)
  return try await executor.run {
    let simulator = Simulator(clock: clock, seed: 1)
    let poller = StatusPoller(service: simulator, clock: clock)
    let environment = Environment(
      service: simulator.overNetwork, lab: simulator, clock: clock, library: .standard,
      seed: 1)
    return try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { await simulator.run() }
      group.addTask { await poller.run() }
      let branch = Branch(
        environment: environment, poller: poller, ledger: CallLedger(start: clock.now))
      let result = try await body(branch, simulator)
      group.cancelAll()
      return result
    }
  }
}

extension Branch {
  /// Runs a command with operands that are texts.
  @discardableResult
  func run(
    _ verb: String, _ form: String? = nil, _ arguments: [String: Value] = [:]
  ) async throws(RuntimeFailure) -> Value {
    try await run(CommandInvocation(verb: verb, form: form ?? verb, arguments: arguments))
  }

  @discardableResult
  func dial(_ extension: Int, _ dest: Int) async throws(RuntimeFailure) -> Value {
    try await run("dial", nil, ["extension": .integer(`extension`), "dest": .integer(dest)])
  }

  /// The record of the current call that came next.
  func nextRecord(of call: Value?) async throws(RuntimeFailure) -> CallRecord {
    try await beginRecordWait(of: call, within: nil)
    let value = try await nextRecord()
    takeRecord()
    guard case .reference(let reference) = value, case .map(let map) = reference.content else {
      return CallRecord(json: [:])
    }
    return CallRecord(json: map.json)
  }
}

extension Simulator {
  /// The numbers of all phones that are not idle.
  func busyPhones() async throws -> [String] {
    try await allEndpoints().filter { $0.channelCount > 0 || $0.state != .notInUse }
      .map(\.endpoint)
  }
}
