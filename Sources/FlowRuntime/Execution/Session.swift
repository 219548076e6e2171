package import FlowDiagnostics
import FlowSyntax
import Synchronization

/// A script that grows while it runs: the shell's inputs, one after the other.
///
/// Variables and the current call live on from one input to the next. Any task may use it, one at a
/// time.
package final class Session: Sendable {
  /// What came of one input.
  package struct Evaluation: Sendable {
    /// Of parser and checker; with an error among them nothing was run.
    package var diagnostics: [Diagnostic]
    /// Of the input's last statement, where it is an expression with a value.
    package var value: Value?
    /// Why the input ended early; what it did before that stays done.
    package var failure: Diagnostic?
    /// What a `check` found wrong; the input went on.
    package var failedChecks: [Diagnostic] = []
  }

  /// What an input finds in place.
  private struct Scope {
    var variables: [String: Register] = [:]
    var registerCount = 0
    var fields: [String: [String]] = [:]
  }

  private let environment: Environment
  private let hub: any TelephonyHub
  private let interpreter: Handover<Interpreter>
  private let scope = Mutex(Scope())

  /// - Parameter connect: makes what the session needs of the telephone system.
  package init(
    environment: Environment, observer: any ExecutionObserver,
    connect: @Sendable (Environment) -> any TelephonyHub = { BranchHub(environment: $0) }
  ) {
    let hub = connect(environment)
    self.environment = environment
    self.hub = hub
    self.interpreter = Handover(
      Interpreter(
        code: Code(), source: SourceFile(name: "", bytes: []), environment: environment,
        observer: observer, telephony: hub.makeBranch()))
  }

  /// The names of the variables, sorted.
  package var variableNames: [String] {
    scope.withLock { $0.variables.keys.sorted() }
  }

  /// The names of the fields of each variable that has some, in their order.
  package var fieldNames: [String: [String]] {
    scope.withLock { $0.fields }
  }

  /// Runs an input; a cancelled task ends it, and the session goes on.
  package func evaluate(_ source: SourceFile) async -> Evaluation {
    let before = scope.withLock { $0 }
    let result = Parser.parse(source, commands: environment.library.commandTable)
    var checker = Checker(
      library: environment.library, variables: before.variables.keys.sorted(), isShell: true)
    checker.check(result.script)
    var evaluation = Evaluation(diagnostics: (result.diagnostics + checker.diagnostics).inTextOrder)
    guard !evaluation.diagnostics.hasErrors else { return evaluation }
    var compiler = Compiler(
      library: environment.library, variables: before.variables,
      firstRegister: before.registerCount)
    compiler.reserveVariables(result.script.declarationCount, at: SourceRange(0, 0))
    let entryPoint = compiler.compileTopLevel(result.script.statements)
    if let range = compiler.exhaustedAt {
      evaluation.diagnostics.append(CheckProblem.value(.tooManyRegisters).diagnostic(at: range))
      return evaluation
    }
    guard let interpreter = interpreter.take() else {
      preconditionFailure("two inputs of a session run at once")
    }
    interpreter.load(compiler.code, source: source, clearingFrom: before.registerCount)
    await run(interpreter, from: entryPoint, into: &evaluation)
    keepVariables(of: compiler, besides: before.variables, in: interpreter)
    self.interpreter.putBack(interpreter)
    return evaluation
  }

  /// The poller samples for as long as the input runs.
  private func run(
    _ interpreter: Interpreter, from entryPoint: Int, into evaluation: inout Evaluation
  ) async {
    await withTaskGroup(of: Void.self) { group in
      group.addTask { [hub] in await hub.run() }
      do throws(ScriptFailure) {
        evaluation.value = try await interpreter.run(from: entryPoint)
      } catch {
        evaluation.failure = error.diagnostic
      }
      group.cancelAll()
    }
    evaluation.failedChecks = interpreter.failedChecks.map(\.diagnostic)
    interpreter.failedChecks = []
  }

  /// Takes over the variables that the input came to set, and leaves those that it did not.
  private func keepVariables(
    of compiler: Compiler, besides earlier: [String: Register], in interpreter: Interpreter
  ) {
    var variables = earlier
    for (name, register) in compiler.scopes[0] where !interpreter[register].isUnset {
      variables[name] = register
    }
    let count = variables.values.map { Int($0) + 1 }.max() ?? 0
    let fields = variables.compactMapValues { interpreter[$0].members?.members.map(\.name) }
    scope.withLock { [variables] scope in
      scope = Scope(variables: variables, registerCount: count, fields: fields)
    }
  }

  /// Undoes what the session left behind, and says what could not be undone; a cancelled task gets
  /// all the time that this takes.
  package func end() async -> [String] {
    await CancellationShield.run { [interpreter] _ in
      guard let content = interpreter.take() else {
        preconditionFailure("a session ends while an input runs")
      }
      let leftovers = await content.telephony.leaveNothingBehind { _ in }
      interpreter.putBack(content)
      return leftovers
    }
  }
}

extension Script {
  /// How many variables its top level declares.
  fileprivate var declarationCount: Int {
    statements.count { statement in
      switch statement {
      case .binding, .parameter: true
      case .expression, .assignment, .conditional, .forLoop, .whileLoop, .repeatLoop, .breakLoop,
        .continueLoop, .test, .setup, .teardown, .expectation, .log, .invalid:
        false
      }
    }
  }
}
