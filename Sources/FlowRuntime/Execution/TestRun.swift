import FlowDiagnostics
import PBXModel

/// The course of one test through its phases.
struct TestRun {
  let entryPoints: Program.EntryPoints
  let test: PlannedTest
  let environment: Environment
  let interpreter: Handover<Interpreter>
  let cancellation: CancellationRelay
  private var failures: [ScriptFailure] = []
  /// What the test is called, once its name is known.
  private var name: String?

  init(
    entryPoints: Program.EntryPoints, test: PlannedTest, environment: Environment,
    interpreter: Handover<Interpreter>, cancellation: CancellationRelay
  ) {
    self.entryPoints = entryPoints
    self.test = test
    self.environment = environment
    self.interpreter = interpreter
    self.cancellation = cancellation
  }

  /// Runs everything in its order: trouble at the end is added and never hides the first failure.
  mutating func run(into outcome: inout TestOutcome, observer: any ExecutionObserver) async {
    await runTest(observer)
    takeFailedChecks()
    let verdict = Self.verdict(of: failures)
    if let teardown = entryPoints.teardown {
      // It runs although the test was ended from outside, but not without end.
      if environment.watchdog.expiry != nil { beginHurriedTeardown() }
      _ = await phase(
        teardown, limit: defaultLimit, onCancellation: .hurried)
      takeFailedChecks()
    }
    if let interpreter = interpreter.take() {
      let clock = environment.clock
      outcome.leftovers = await interpreter.telephony.leaveNothingBehind { deed in
        observer.receive(.cleanedUp(deed, at: clock.now))
      }
    }
    outcome.name = name ?? test.name
    outcome.diagnostics = failures.map(\.diagnostic)
    outcome.verdict = verdict == .passed ? Self.verdict(of: failures) : verdict
  }

  /// What did not hold counts for more than what could not be found out.
  private static func verdict(of failures: [ScriptFailure]) -> Verdict {
    if failures.isEmpty { return .passed }
    return failures.contains { $0.verdict == .failed } ? .failed : .inconclusive
  }

  /// Notes the checks that failed in the phases so far, behind the failure that ended them.
  private mutating func takeFailedChecks() {
    guard let interpreter = interpreter.take() else { return }
    failures += interpreter.failedChecks
    interpreter.failedChecks = []
    self.interpreter.putBack(interpreter)
  }

  /// The file's variables, the test's name and time, `setup`, and the body, up to a failure.
  private mutating func runTest(_ observer: any ExecutionObserver) async {
    guard entryPoints.tests.indices.contains(test.index) else { return }
    let entry = entryPoints.tests[test.index]
    guard let topLevel = entryPoints.topLevel else {
      observer.receive(.named(test.name))
      _ = await phase(entry.body, limit: nil)
      return
    }
    let limit = defaultLimit
    guard case .finished = await phase(topLevel, limit: limit) else { return }
    if let place = entry.name {
      guard case .finished(let value) = await phase(place, limit: limit) else { return }
      name = value?.displayText
    }
    observer.receive(.named(name ?? test.name))
    var bodyLimit = limit
    if let place = entry.timeout {
      guard case .finished(let value) = await phase(place, limit: limit) else { return }
      if case .duration(let nanoseconds) = value {
        bodyLimit = TimeLimit(duration: .nanoseconds(nanoseconds), isDefault: false)
      }
    }
    if let setup = entryPoints.setup {
      guard case .finished = await phase(setup, limit: limit) else { return }
    }
    _ = await phase(entry.body, limit: bodyLimit)
  }

  private func beginHurriedTeardown() {
    environment.watchdog.beginTeardown(limit: environment.settings.interruptedTeardownLimit)
  }

  /// What a phase does when its test is cancelled.
  private enum CancellationResponse {
    case end
    /// Ends once the time for the `teardown` of an interrupted test is over.
    case hurried
  }

  /// How long a phase may take, and whether the file says so.
  private struct TimeLimit: Sendable {
    var duration: Duration
    var isDefault: Bool
  }

  private var defaultLimit: TimeLimit {
    TimeLimit(duration: environment.settings.testLimit, isDefault: true)
  }

  /// How a phase ended.
  private enum PhaseEnd: Sendable {
    case finished(Value?)
    case failed(ScriptFailure)
    case timedOut
    case cancelled
    /// The `teardown` of an interrupted test took too long.
    case hurried
  }

  /// Runs an entry point as a child task beside its timer, and notes its failure.
  private mutating func phase(
    _ entryPoint: Int, limit: TimeLimit?, onCancellation: CancellationResponse = .end
  ) async -> PhaseEnd {
    let end = await race(entryPoint, limit: limit, onCancellation: onCancellation)
    switch end {
    case .finished: break
    case .failed(let failure): failures.append(failure)
    case .timedOut, .cancelled, .hurried: break
    }
    return end
  }

  private func race(
    _ entryPoint: Int, limit: TimeLimit?, onCancellation: CancellationResponse
  ) async -> PhaseEnd {
    await withTaskGroup(of: PhaseEnd.self) { group in
      group.addTask { [interpreter] in await Self.interpret(entryPoint, interpreter) }
      if let limit {
        group.addTask { [clock = environment.clock] in
          do { try await clock.sleep(for: limit.duration) } catch { return .cancelled }
          return .timedOut
        }
      }
      group.addTask { await awaitCancellation(onCancellation) }
      let first = await group.next() ?? .cancelled
      group.cancelAll()
      switch first {
      case .finished, .failed: return first
      case .timedOut, .cancelled, .hurried: break
      }
      // The body ends with the place where it was; why it ended is known here.
      for await end in group {
        if case .failed(var failure) = end, case .interrupted = failure.kind {
          if let reason = reason(for: first, limit: limit) { failure.become(reason.failure) }
          return .failed(failure)
        }
        if case .finished = end { return end }
        if case .failed = end { return end }
      }
      return first
    }
  }

  /// Waits until the phase is to end because its test is cancelled.
  private func awaitCancellation(_ response: CancellationResponse) async -> PhaseEnd {
    await cancellation.wait()
    switch response {
    case .end: return .cancelled
    case .hurried:
      if !Task.isCancelled { beginHurriedTeardown() }
      try? await environment.clock.sleep(for: environment.settings.interruptedTeardownLimit)
      return .hurried
    }
  }

  /// Why a phase was ended from outside; nil where the user wanted no more.
  private func reason(for end: PhaseEnd, limit: TimeLimit?) -> RuntimeProblem? {
    switch end {
    case .finished, .failed: nil
    case .timedOut: limit.map { .testTimeout($0.duration, isDefault: $0.isDefault) }
    case .cancelled: environment.watchdog.expiry?.problem
    case .hurried: .teardownTimeout(limit: environment.settings.interruptedTeardownLimit)
    }
  }

  private static func interpret(
    _ entryPoint: Int, _ handover: Handover<Interpreter>
  ) async -> PhaseEnd {
    guard let interpreter = handover.take() else {
      preconditionFailure("two phases of a test run at once")
    }
    let end: PhaseEnd
    do throws(ScriptFailure) {
      end = .finished(try await interpreter.run(from: entryPoint))
    } catch {
      end = .failed(error)
    }
    handover.putBack(interpreter)
    return end
  }
}

extension ScriptFailure {
  /// Says another reason for the same place.
  fileprivate mutating func become(_ failure: RuntimeFailure) {
    let seen = diagnostic.notes
    self = ScriptFailure(failure, at: diagnostic.range)
    diagnostic.notes = seen + diagnostic.notes
  }
}
