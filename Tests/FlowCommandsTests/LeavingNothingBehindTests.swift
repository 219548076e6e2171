import FlowCommands
import FlowDiagnostics
import FlowRuntime
import PBXModel
import PBXSimulator
import Synchronization
import Testing
import VirtualTime

@Suite struct `Leaving nothing behind` {
  struct Ending: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var script: String
    var verdict: Verdict
    var code: String?
  }

  private static let consulted = "dial 8001 -> 8002; wait answered; transfer attended 8005\n"

  static let endings: [Ending] = [
    Ending(testDescription: "after a pass", script: consulted, verdict: .passed),
    Ending(
      testDescription: "after a failed expectation",
      script: consulted + "wait answered\nexpect 8001 is idle", verdict: .failed, code: "E0319"),
    Ending(
      testDescription: "after a failed check",
      script: consulted + "wait ringing\ncheck 8001 is idle", verdict: .failed, code: "E0320"),
    Ending(
      testDescription: "after an error of the script",
      script: consulted + "let x = 1 / 0", verdict: .failed, code: "E0303"),
    Ending(
      testDescription: "after a refused operation",
      script: consulted + "dial 8003 -> 8042", verdict: .failed, code: "E0401"),
    Ending(
      testDescription: "after a wait that took too long",
      script: consulted + "wait idle 8002 within 1s", verdict: .failed, code: "E0409"),
    Ending(
      testDescription: "after a test that took too long",
      script: "test \"t\" timeout 5s { dial 8001 -> 8002; wait answered; wait 1m }",
      verdict: .failed, code: "E0316"),
    Ending(
      testDescription: "after a failed teardown",
      script: "teardown { expect 8001 is idle }\ntest \"t\" { dial 8001 -> 8002; wait answered }",
      verdict: .failed, code: "E0319"),
    Ending(
      testDescription: "after a completed transfer",
      script: consulted + "wait answered\nhangup", verdict: .passed),
    Ending(
      testDescription: "after a transfer into an IVR",
      script: "dial 8001 -> 8002; wait answered; transfer ivr \"aa_1001315\"", verdict: .passed),
    Ending(
      testDescription: "after a caller from outside went into the queue",
      script: "incoming 18312345678 -> 200; wait 3s", verdict: .passed),
    Ending(
      testDescription: "after calls that phones dialled, one answered, one that still rings",
      script: """
        phone 8004 ignores
        phone 8001 dials 8002; wait answered
        phone 8001 holds
        phone 8003 dials 8004; wait ringing
        """,
      verdict: .passed),
    Ending(
      testDescription: "after several calls at once",
      script: "dial 8001 -> 8002; dial 8003 -> 8004; incoming 18312345678 -> 8005; wait 3s",
      verdict: .passed),
    Ending(
      testDescription: "after a call was picked up",
      script: "phone 8003 ignores; dial 8001 -> 8003; wait ringing; pickup 8005 -> 8003; wait 3s",
      verdict: .passed),
    Ending(
      testDescription: "while a call is about to be picked up",
      script: "phone 8003 ignores; dial 8001 -> 8003; wait ringing; pickup 8005 -> 8003",
      verdict: .passed),
    Ending(
      testDescription: "after a call was spied on",
      script: "dial 8001 -> 8002; wait answered; barge 8003 -> 8001; wait answered",
      verdict: .passed),
    Ending(
      testDescription: "while somebody spies on nothing any more",
      script: "dial 8001 -> 8002; wait answered; monitor 8003 -> 8001; hangup; wait 5s",
      verdict: .passed),
    Ending(
      testDescription: "while a recording is played",
      script: "play 8001 -> \"\(recording)\"; wait answered", verdict: .passed),
  ]

  private static let recording = PlayOnHandset.examples[0].filename

  @Test(arguments: endings)
  func `everything is idle`(ending: Ending) async throws {
    let run = try await Run(ending.script)
    #expect(run.outcome.verdict == ending.verdict, "\(run.outcome.diagnostics)")
    #expect(run.outcome.diagnostics.first?.code == ending.code)
    #expect(run.outcome.leftovers == [])
    #expect(run.busy == [])
  }

  @Test func `everything is idle after a cancellation`() async throws {
    let run = try await Run(Self.consulted + "wait 1h", cancelledAfter: .seconds(5))
    #expect(run.outcome.verdict != .passed)
    #expect(run.outcome.leftovers == [])
    #expect(run.busy == [])
  }

  @Test func `a script that waits ten hours asks for nothing meanwhile`() async throws {
    let run = try await Run("wait 10h")
    #expect(run.outcome.verdict == .passed)
    #expect(run.outcome.start.duration(to: run.outcome.end) == .seconds(36_000))
  }

  @Test func `the same script leaves the same trace`() async throws {
    let script = """
      phone 8004 busy
      dial 8001 -> 8002; wait ringing; wait answered
      check 8002 is idle within 1s
      transfer attended 8005; wait answered
      hangup; wait ended
      """
    let runs = try await [Run(script), Run(script)]
    #expect(runs[0].trace == runs[1].trace)
    #expect(runs[0].trace.count > 8)
  }

  /// One test on a simulator of its own, and what was left there.
  struct Run: Sendable {
    var outcome: TestOutcome
    var busy: [String]
    var trace: [String]

    init(_ script: String, cancelledAfter delay: Duration? = nil) async throws {
      let compilation = Program.compile(
        SourceFile(name: "test.flow", text: script), library: .standard)
      let program = try #require(compilation.program, "\(compilation.diagnostics)")
      let test = try #require(program.tests.first)
      let observer = TraceObserver()
      let executor = VirtualExecutor()
      let clock = VirtualClock(executor: executor)
      (outcome, busy) = try await executor.run {
        let simulator = Simulator(clock: clock, seed: 1)
        let execution = TestExecution(
          program: program, test: test, parameters: [:],
          environment: Environment(
            service: simulator.overNetwork, lab: simulator, clock: clock, library: .standard,
            seed: 1),
          observer: observer)
        return try await withThrowingTaskGroup(of: TestOutcome?.self) { group in
          group.addTask {
            await simulator.run()
            return nil
          }
          let outcome = await Self.run(execution, cancelledAfter: delay, clock)
          let trunks = try await simulator.allTrunks().filter { $0.channelCount > 0 }
          let busy = try await simulator.busyPhones() + trunks.map(\.endpoint)
          group.cancelAll()
          return (outcome, busy)
        }
      }
      trace = observer.lines
    }

    private static func run(
      _ execution: TestExecution, cancelledAfter delay: Duration?, _ clock: VirtualClock
    ) async -> TestOutcome {
      guard let delay else { return await execution.run() }
      return await withTaskGroup(of: TestOutcome?.self) { group in
        group.addTask { await execution.run() }
        group.addTask {
          try? await clock.sleep(for: delay)
          return nil
        }
        var outcome: TestOutcome?
        for await next in group {
          if let next { outcome = next } else { group.cancelAll() }
        }
        guard let outcome else { preconditionFailure("a test ends with an outcome") }
        return outcome
      }
    }
  }

  final class TraceObserver: ExecutionObserver {
    private let storage = Mutex<[String]>([])
    var lines: [String] { storage.withLock { $0 } }

    func receive(_ event: ExecutionEvent) {
      storage.withLock { $0.append("\(event)") }
    }
  }
}
