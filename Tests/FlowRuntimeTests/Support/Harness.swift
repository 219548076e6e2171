import FlowDiagnostics
import FlowRuntime
import PBXModel
import Synchronization
import VirtualTime

/// What came of a script on virtual time against the fake telephone system.
struct Ran: Sendable {
  var diagnostics: [Diagnostic] = []
  var outcomes: [TestOutcome] = []
  var logs: [FakeLog] = []

  var logged: [String] { logs.flatMap(\.logged) }
  var lines: [String] { logs.flatMap(\.lines) }
  var failures: [Diagnostic] { outcomes.flatMap(\.diagnostics) }

  /// The codes and messages of everything that was wrong.
  var problems: [String] {
    (diagnostics + failures).map { "\($0.code): \($0.message)" }
  }
}

enum Harness {
  /// Compiles a script and runs its tests, each on a clock of its own.
  static func run(
    _ text: String, parameters: [String: String] = [:], plan: FakePlan = FakePlan(),
    watchdog: any Watchdog = Unwatched()
  ) async throws -> Ran {
    let source = SourceFile(name: "script.flow", text: text)
    let compilation = Program.compile(source, library: .fake)
    var ran = Ran(diagnostics: compilation.diagnostics)
    guard let program = compilation.program else { return ran }
    for test in program.tests {
      let log = FakeLog()
      let executor = VirtualExecutor()
      let outcome = try await executor.run {
        await TestExecution(
          program: program, test: test, parameters: parameters,
          environment: environment(VirtualClock(executor: executor), watchdog: watchdog),
          observer: log, connect: { FakeHub(plan: plan, clock: $0.clock, log: log) }
        ).run()
      }
      ran.outcomes.append(outcome)
      ran.logs.append(log)
    }
    return ran
  }

  static func environment(
    _ clock: any PBXClock, watchdog: any Watchdog = Unwatched()
  ) -> Environment {
    Environment(
      service: FakeService(), lab: nil, clock: clock, library: .fake, watchdog: watchdog, seed: 1)
  }

  /// What a script logs, or what is wrong with it.
  static func output(_ text: String) async throws -> [String] {
    let ran = try await run(text)
    return ran.logged + ran.problems
  }
}
