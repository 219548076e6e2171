import FlowDiagnostics
import PBXModel

/// Runs one test: the file's variables, `setup`, the body, `teardown`, and the clean-up, whatever
/// happens in between.
package struct TestExecution: Sendable {
  let program: Program
  let test: PlannedTest
  let parameters: [String: String]
  let environment: Environment
  let observer: any ExecutionObserver
  let connect: @Sendable (Environment) -> any TelephonyHub

  /// - Parameter connect: makes what the test needs of the telephone system.
  package init(
    program: Program, test: PlannedTest, parameters: [String: String], environment: Environment,
    observer: any ExecutionObserver,
    connect: @escaping @Sendable (Environment) -> any TelephonyHub = {
      BranchHub(environment: $0)
    }
  ) {
    self.program = program
    self.test = test
    self.parameters = parameters
    self.environment = environment
    self.observer = observer
    self.connect = connect
  }

  /// Runs the test; a cancelled task ends the body at once, and undoes it before this returns.
  package func run() async -> TestOutcome {
    await CancellationShield.run { cancellation in
      await self.run(cancellation)
    }
  }

  private func run(_ cancellation: CancellationRelay) async -> TestOutcome {
    var outcome = TestOutcome(
      name: test.name, verdict: .passed, diagnostics: [], leftovers: [],
      start: environment.clock.now, end: environment.clock.now)
    let problems = program.diagnose(parameters: parameters)
    guard !problems.hasErrors else {
      outcome.verdict = .inconclusive
      outcome.diagnostics = problems
      return outcome
    }
    let hub = connect(environment)
    let interpreter = Interpreter(
      code: program.code, source: program.source, environment: environment, observer: observer,
      telephony: hub.makeBranch())
    interpreter.machine.parameters = program.values(ofParameters: parameters)
    let handover = Handover(interpreter)
    var run = TestRun(
      entryPoints: program.entryPoints, test: test, environment: environment,
      interpreter: handover, cancellation: cancellation)
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await hub.run() }
      await run.run(into: &outcome, observer: observer)
      group.cancelAll()
    }
    outcome.end = environment.clock.now
    return outcome
  }
}
