import FlowCommands
import FlowDiagnostics
import FlowRuntime
import FlowSyntax
import PBXModel
import VirtualTime

/// Runs a body with a branch on a fake PBX, on virtual time.
func withBranch<Success: Sendable>(
  hasLab: Bool = true, settings: ExecutionSettings = ExecutionSettings(),
  _ body: @escaping @Sendable (Branch, FakePBX) async throws -> Success
) async throws -> Success {
  let executor = VirtualExecutor()
  let clock = VirtualClock(executor: executor)
  return try await executor.run {
    let pbx = FakePBX(clock: clock)
    let poller = StatusPoller(service: pbx, clock: clock)
    let environment = Environment(
      service: pbx, lab: hasLab ? pbx : nil, clock: clock, library: .standard, settings: settings,
      seed: 1)
    return try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { await poller.run() }
      let branch = Branch(
        environment: environment, poller: poller, ledger: CallLedger(start: clock.now))
      let result = try await body(branch, pbx)
      group.cancelAll()
      return result
    }
  }
}

extension Branch {
  /// Runs a command with operands that are texts.
  @discardableResult
  func run(
    _ verb: String, _ form: String? = nil, _ arguments: [String: Value]
  ) async throws
    -> Value
  {
    try await run(CommandInvocation(verb: verb, form: form ?? verb, arguments: arguments))
  }

  @discardableResult
  func dial(_ extension: String, _ dest: String) async throws -> Value {
    try await run("dial", nil, ["extension": .text(`extension`), "dest": .text(dest)])
  }

  func transfer(_ form: String, _ dest: String) async throws {
    try await run("transfer", form, ["dest": .text(dest)])
  }

  var elapsed: Duration { elapsed(since: Timestamp.virtualStart) }

  func elapsed(since start: Timestamp) -> Duration {
    start.duration(to: environment.clock.now)
  }

  /// Why a body fails; nil where it does not.
  func failure(of body: (Branch) async throws -> Void) async -> RuntimeFailure? {
    do {
      try await body(self)
      return nil
    } catch {
      return error as? RuntimeFailure
    }
  }
}

extension FakePBX {
  /// Makes dialled phones behave: who dials answers after 1 s, the dialled one rings and answers
  /// after another second, a hangup of any of them ends it, and a record follows.
  func behave(dialled answer: Duration? = .seconds(1)) {
    react { words, pbx in
      let parts = words.split(separator: " ").map(String.init)
      switch parts[0] {
      case "dial":
        pbx.set(parts[1], .ringing, 1)
        pbx.set(parts[1], .inUse, 1, after: .seconds(1))
        pbx.set(parts[3], .ringing, 1, after: .seconds(1))
        if let answer { pbx.set(parts[3], .inUse, 1, after: .seconds(1) + answer) }
      case "hangup":
        for number in 8001...8010 { pbx.reset(String(number), .notInUse, 0) }
      default: break
      }
    }
  }
}

func record(
  _ src: String, _ dst: String, uniqueid: String, disposition: String = "ANSWERED", id: Int = 0,
  start: String = "2026-01-05 09:00:00"
) -> JSONObject {
  [
    "id": .integer(id), "src": .string(src), "dst": .string(dst), "uniqueid": .string(uniqueid),
    "linkedid": .string(uniqueid), "disposition": .string(disposition),
    "lastapp": .string("Dial"), "dstchannel": .string("PJSIP/\(dst)-1"), "start": .string(start),
    "duration": .integer(3), "billsec": .integer(2),
  ]
}
