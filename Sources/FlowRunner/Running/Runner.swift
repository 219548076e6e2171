import FlowDiagnostics
package import FlowRuntime

/// Plans a run, runs its tests one after the other, each on its own bed, and sends what happens.
package struct Runner: Sendable {
  private let library: Library
  private let files: any FileSystem
  private let events: RunEventStream

  package init(library: Library, files: any FileSystem, events: RunEventStream) {
    self.library = library
    self.files = files
    self.events = events
  }

  /// Runs every test of the scripts that compile; the others are reported.
  ///
  /// - Parameter interruption: what has ended the run from outside, if anything has; asked between
  ///   the tests. Whoever interrupts also cancels the task, which ends the test under way.
  package func run(
    _ inputs: [ScriptInput], settings: RunSettings, on beds: some TestBedProvider,
    interruption: @Sendable () -> Interruption? = { nil }
  ) async {
    let plan = Planner(library: library, files: files).plan(inputs)
    let usageProblems =
      unknown(settings.parameters, in: plan) + missing(settings.texts, in: plan)
    report(
      plan, usageProblems,
      as: RunHeader(
        seed: settings.seed, scriptCount: plan.scriptCount, testCount: plan.entries.count))
    if usageProblems.isEmpty {
      for entry in plan.entries {
        if interruption() == nil {
          await run(entry, settings: settings, on: beds)
        } else {
          events.send(.testSkipped(entry.identity, reason: "the run was interrupted"))
        }
      }
    }
    events.send(.runEnded(interruption()))
  }

  /// Reads and compiles the scripts and reports what is wrong with them; runs nothing.
  package func check(_ inputs: [ScriptInput]) {
    let plan = Planner(library: library, files: files).plan(inputs)
    report(
      plan, [],
      as: RunHeader(
        purpose: .check, seed: RunSettings.defaultSeed, scriptCount: plan.scriptCount,
        testCount: plan.entries.count))
    events.send(.runEnded(nil))
  }

  private func report(_ plan: RunPlan, _ usageProblems: [RunProblem], as header: RunHeader) {
    events.send(.runStarted(header))
    for (source, diagnostics) in plan.diagnosed { events.send(.diagnosed(source, diagnostics)) }
    for problem in plan.problems + usageProblems { events.send(.problem(problem)) }
  }

  /// Finds parameters that no script knows: slips of the pen, which must not pass in silence.
  ///
  /// With a script that does not compile it cannot be told, for its parameters are not known.
  private func unknown(_ parameters: [String: String], in plan: RunPlan) -> [RunProblem] {
    if plan.diagnosed.contains(where: { $0.diagnostics.contains { $0.severity == .error } }) {
      return []
    }
    return parameters.keys.sorted().filter { !plan.parameterNames.contains($0) }.map { name in
      let known = plan.parameterNames.sorted()
      return .unknownParameter(
        name, suggestion: Spelling.closest(to: name, among: known), known: known)
    }
  }

  /// Finds parameters that a script needs and nobody gave: found out before anything is dialled.
  private func missing(_ parameters: [String: String], in plan: RunPlan) -> [RunProblem] {
    plan.requiredParameters.filter { parameters[$0.name] == nil }.map {
      .missingParameter($0.name, of: $0.script)
    }
  }

  private func run(
    _ entry: RunPlan.Entry, settings: RunSettings, on beds: some TestBedProvider
  ) async {
    let identity = entry.identity
    let seed = TestSeed.derive(
      run: settings.seed, file: identity.source.name, test: identity.name)
    let parameters = settings.texts.filter { name, _ in
      entry.program.parameters.contains { $0.name == name }
    }
    do {
      let outcome = try await beds.withBed(seed: seed) { environment in
        events.send(.testStarted(identity, seed: seed, at: environment.clock.now))
        let execution = TestExecution(
          program: entry.program, test: entry.test, parameters: parameters,
          environment: environment, observer: TestObserver(test: identity, events: events))
        return await execution.run()
      }
      events.send(.testEnded(identity, outcome))
    } catch {
      events.send(.problem(.bedFailed(identity.name, reason: "\(error)")))
    }
  }
}
