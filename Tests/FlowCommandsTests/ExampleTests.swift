import FlowCommands
import FlowDiagnostics
import FlowRuntime
import FlowSyntax
import PBXSimulator
import Testing
import VirtualTime

@Suite struct `An example` {
  struct Example: Sendable, CustomTestStringConvertible {
    var owner: String
    var index: Int
    var text: String
    var testDescription: String { "\(owner) \(index + 1)" }
  }

  static let examples: [Example] = {
    let commands = Library.standard.commands.map { ($0.signature.verb, $0.signature.examples) }
    let functions = Library.standard.functions.map { ($0.name, $0.examples) }
    return (commands + functions).flatMap { owner, texts in
      texts.enumerated().map { Example(owner: owner, index: $0.offset, text: $0.element) }
    }
  }()

  @Test(arguments: examples)
  func `passes on the simulator and leaves nothing behind`(example: Example) async throws {
    let source = SourceFile(name: "example.flow", text: example.text)
    let outcome = try await simulate(source)
    let report = outcome.diagnostics.map { DiagnosticRenderer(color: false).render($0, in: source) }
    #expect(outcome.verdict == .passed, "\(report.joined(separator: "\n"))")
    #expect(outcome.leftovers == [])
  }

  @Test func `shows every form of every command`() {
    for command in Library.standard.commands {
      let signature = command.signature
      let text = signature.examples.joined(separator: "\n")
      let shown = Set(
        Parser.parse(
          SourceFile(name: "examples.flow", text: text), commands: Library.standard.commandTable
        ).script.statements.compactMap { statement in
          Self.command(of: statement).flatMap { $0.verb.name == signature.verb ? $0.form : nil }
        })
      #expect(shown == Set(signature.forms.map(\.name)), "\(signature.verb)")
    }
  }

  private static func command(of statement: Statement) -> CommandCall? {
    switch statement {
    case .expression(.command(let call)): call
    case .binding(let binding):
      if case .command(let call) = binding.value { call } else { nil }
    default: nil
    }
  }
}

/// Runs the first test of a script on a simulator of its own.
func simulate(
  _ source: SourceFile, observer: any ExecutionObserver = SilentObserver()
) async throws -> TestOutcome {
  let compilation = Program.compile(source, library: .standard)
  let program = try #require(
    compilation.program,
    "\(compilation.diagnostics.map { DiagnosticRenderer(color: false).render($0, in: source) })")
  let test = try #require(program.tests.first)
  let executor = VirtualExecutor()
  let clock = VirtualClock(executor: executor)
  return try await executor.run {
    let simulator = Simulator(clock: clock, seed: 1)
    let environment = Environment(
      service: simulator.overNetwork, lab: simulator, clock: clock, library: .standard,
      seed: 1)
    return await withTaskGroup(of: Void.self) { group in
      group.addTask { await simulator.run() }
      let outcome = await TestExecution(
        program: program, test: test, parameters: [:], environment: environment,
        observer: observer
      ).run()
      group.cancelAll()
      return outcome
    }
  }
}

struct SilentObserver: ExecutionObserver {
  func receive(_ event: ExecutionEvent) {}
}
