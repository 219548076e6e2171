import FlowDiagnostics
import FlowSyntax
import PBXModel

/// Runs compiled code against the telephone system: the machine computes, this waits.
///
/// One task owns it at a time.
final class Interpreter {
  /// How many turns of loops go by between looks at the watchdog: a few milliseconds of work.
  static let fuel = 100_000
  /// What a stop costs, so that a loop of waits that take no time is seen to run on too.
  static let stopCost = 100
  /// How many other tasks get their turn before the watchdog's word counts.
  static let patience = 1000

  var machine: Machine
  private(set) var source: SourceFile
  let environment: Environment
  let observer: any ExecutionObserver
  let telephony: any Telephony
  /// What a `check` found wrong, in the order it happened.
  var failedChecks: [ScriptFailure] = []
  /// The acting statement that is being run.
  var openStatement: OpenStatement?
  /// Whether the machine stopped because its fuel ran out.
  private var isBetweenTurns = false
  /// Where the operand stands that a failed command blames.
  var blamedRange: SourceRange?
  /// Whether a wait for a condition is open.
  var isWaiting = false

  struct OpenStatement {
    var range: SourceRange
    var start: Timestamp
    var isFailure = false
  }

  init(
    code: Code, source: SourceFile, environment: Environment,
    observer: any ExecutionObserver, telephony: any Telephony
  ) {
    self.machine = Machine(code: code)
    self.source = source
    self.environment = environment
    self.observer = observer
    self.telephony = telephony
  }

  /// Takes further code, whose text this is; registers from one on hold nothing yet.
  func load(_ code: Code, source: SourceFile, clearingFrom register: Int) {
    machine.load(code)
    self.source = source
    for index in register..<max(register, machine.registers.count) {
      machine.registers[index] = .unset
    }
  }

  var now: Timestamp { environment.clock.now }

  /// Where the instruction that stopped the machine comes from; between two turns of a loop, the
  /// one that begins the next turn.
  var currentRange: SourceRange {
    let index = machine.programCounter - (isBetweenTurns ? 0 : 1)
    let ranges = machine.code.ranges
    return ranges.indices.contains(index) ? ranges[index] : SourceRange(0, 0)
  }

  /// Runs one entry point to its end and gives its value.
  func run(from entryPoint: Int) async throws(ScriptFailure) -> Value? {
    machine.programCounter = entryPoint
    blamedRange = nil
    do throws(RuntimeFailure) {
      return try await runToEnd()
    } catch {
      var error = error
      if isWaiting, case .interrupted = error.kind {
        // What the wait saw tells why it was still open.
        isWaiting = false
        error.notes += telephony.endWaiting()
      }
      let failure = ScriptFailure(error, at: blamedRange ?? currentRange)
      abandon()
      throw failure
    }
  }

  private func runToEnd() async throws(RuntimeFailure) -> Value? {
    var fuel = Self.fuel
    while true {
      let stop = machine.run(fuel: &fuel)
      isBetweenTurns = false
      switch stop {
      case .finished(let value): return value
      case .failed(let failure): throw failure
      case .outOfFuel: isBetweenTurns = true
      case .suspended(let suspension):
        try await perform(suspension)
        if Task.isCancelled { throw RuntimeProblem.interrupted.failure }
        fuel -= Self.stopCost
      }
      if fuel <= 0 {
        try await takeBreath()
        fuel = Self.fuel
      }
    }
  }

  /// Lets the tasks beside this one run, and looks whether the script may go on.
  private func takeBreath() async throws(RuntimeFailure) {
    let expiry = environment.watchdog.expiry
    // A user's interruption may show here before it has come down to this task as cancellation.
    for _ in 0..<(expiry == nil ? 1 : Self.patience) {
      await Task.yield()
      if Task.isCancelled { throw RuntimeProblem.interrupted.failure }
    }
    if let expiry { throw expiry.problem.failure }
  }

  /// Closes what a failure left open.
  private func abandon() {
    if isWaiting {
      isWaiting = false
      _ = telephony.endWaiting()
    }
    guard var statement = openStatement else { return }
    statement.isFailure = true
    close(statement, value: .null)
  }

  /// Reports an acting statement as done.
  func close(_ statement: OpenStatement, value: Value, isKept: Bool = false) {
    openStatement = nil
    observer.receive(
      .statementEnded(
        StatementTrace(
          range: statement.range, start: statement.start, end: now, value: value,
          isFailure: statement.isFailure, isKept: isKept, notes: telephony.takeNotes())))
  }

  subscript(register: Register) -> Value {
    get { machine.registers[Int(register)] }
    set { machine.registers[Int(register)] = newValue }
  }

  /// The duration in a register; the code has made sure that it is one.
  func duration(_ register: Register) -> Duration {
    guard case .duration(let nanoseconds) = self[register] else { return .zero }
    return .nanoseconds(nanoseconds)
  }
}
