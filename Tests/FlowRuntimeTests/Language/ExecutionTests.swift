import FlowDiagnostics
import FlowRuntime
import PBXModel
import Synchronization
import Testing
import VirtualTime

@Suite struct ExecutionTests {
  @Test func `a test runs in its order, and is undone`() async throws {
    let ran = try await Harness.run(
      """
      param who = 8001
      let n = 1
      setup { n = n + 1; log "setup", n }
      teardown { log "teardown", n }
      test "first ${who} ${n}" { n = n + 1; log "body", n; dial who -> 8002 }
      test "second" { log "body", n }
      """)
    #expect(
      ran.logs.map(\.logged) == [
        ["setup 2", "body 3", "teardown 3"], ["setup 2", "body 2", "teardown 2"],
      ])
    #expect(ran.logs[0].lines == ["dial dest=8002 extension=8001", "cleaned up"])
    #expect(ran.outcomes.map(\.name) == ["first 8001 1", "second"])
    #expect(ran.outcomes.map(\.verdict) == [.passed, .passed])
  }

  @Test func `trouble at the end does not hide the first failure`() async throws {
    let ran = try await Harness.run(
      "teardown { log 1 / 0 }\ntest \"a\" { check 1 == 2; expect 1 == 3; log \"never\" }",
      plan: FakePlan(leftovers: ["8001 is still busy"]))
    #expect(ran.failures.map(\.code) == ["E0319", "E0320", "E0303"])
    #expect(ran.outcomes[0].leftovers == ["8001 is still busy"])
    #expect(ran.logged.isEmpty)
  }

  @Test func `a failed operation points at its command`() async throws {
    let ran = try await Harness.run(
      "log 1\nlet a = dial 8001 -> 8002", plan: FakePlan(failingVerb: "dial"))
    #expect(ran.failures.map(\.code) == ["E0401"])
    #expect(ran.failures[0].range == SourceRange(14, 31))
    #expect(ran.logs[0].traces.map(\.isFailure) == [true])
  }

  @Test func `a test has its time`() async throws {
    let ran = try await Harness.run("test \"a\" timeout 2s { log 1; wait 1h; log 2 }")
    #expect(ran.problems == ["E0316: the test took longer than 2s"])
    #expect(ran.outcomes[0].verdict == .failed)
    #expect(ran.outcomes[0].start.duration(to: ran.outcomes[0].end) == .seconds(3))
    #expect(ran.lines.last == "cleaned up")
    let long = try await Harness.run("wait 10h")
    #expect(long.problems.isEmpty)
  }

  @Test(arguments: [
    ("while true { }", "true"), ("log 1; while true { wait 0s }", "wait 0s"),
    ("let n = 0; while n >= 0 { n = n + 1 }", "n >= 0"),
  ])
  func `a loop without an end is stopped by the watchdog`(
    _ script: String, _ place: String
  ) async throws {
    let ran = try await Harness.run(script, watchdog: CountingWatchdog(looks: 2))
    #expect(ran.problems == ["E0318: the test was stopped after 2s of real time"])
    let range = try #require(ran.failures.first?.range)
    #expect(SourceFile(name: "script", text: script).text(in: range) == place)
    #expect(ran.outcomes[0].verdict == .failed)
  }

  @Test(arguments: ["wait 1h", "while true { wait 1s }", "while true { }"])
  func `the teardown of a cancelled test ends soon`(_ script: String) async throws {
    let log = FakeLog()
    let source = SourceFile(
      name: "script", text: "teardown { \(script) }\ntest \"a\" { wait 10h }")
    let program = try #require(Program.compile(source, library: .fake).program)
    let executor = VirtualExecutor()
    let outcome = try #require(
      try await executor.run {
        await withTaskGroup(of: TestOutcome.self) { group in
          let clock = VirtualClock(executor: executor)
          group.addTask {
            await TestExecution(
              program: program, test: program.tests[0], parameters: [:],
              environment: Harness.environment(clock, watchdog: TeardownWatchdog()), observer: log,
              connect: { FakeHub(plan: FakePlan(), clock: $0.clock, log: log) }
            ).run()
          }
          await Task.yield()
          group.cancelAll()
          return await group.next()
        }
      })
    #expect(outcome.diagnostics.map(\.code) == ["E0415", "E0316"], "\(outcome.diagnostics)")
    #expect(outcome.verdict == .inconclusive)
    #expect(outcome.start.duration(to: outcome.end) <= .seconds(6))
    #expect(log.lines.last == "cleaned up")
  }

  @Test(arguments: [
    "t contains \"b\"", "\"b\" in t", "\"b\" not in t", "t matches \"b\"", "length(t)",
    "\"${t}b\"", "range(1, 100000)",
  ])
  func `the watchdog is asked early where a turn goes through much`(
    _ expression: String
  ) async throws {
    let ran = try await Harness.run(
      """
      let t = "1234567890"
      repeat 14 { t = t + t }
      while true { log 1; let x = \(expression) }
      """, watchdog: CountingWatchdog(looks: 2))
    #expect(ran.problems == ["E0318: the test was stopped after 2s of real time"])
    #expect(ran.logged.count == 3)
  }

  @Test(arguments: ["while true { }", "wait 10h", "wait until 8001 is idle within 10h"])
  func `a cancelled test is undone before it returns`(_ script: String) async throws {
    let log = FakeLog()
    let source = SourceFile(name: "script", text: script)
    let program = try #require(Program.compile(source, library: .fake).program)
    let executor = VirtualExecutor()
    let outcome = try await executor.run {
      await withTaskGroup(of: TestOutcome.self) { group in
        let clock = VirtualClock(executor: executor)
        group.addTask {
          await TestExecution(
            program: program, test: program.tests[0], parameters: [:],
            environment: Harness.environment(clock), observer: log,
            connect: { FakeHub(plan: FakePlan(), clock: $0.clock, log: log) }
          ).run()
        }
        await Task.yield()
        group.cancelAll()
        return await group.next()
      }
    }
    #expect(outcome?.verdict == .inconclusive)
    #expect(
      outcome?.diagnostics.map(\.code) == ["E0317"] || outcome?.diagnostics[0].code == "E0415")
    #expect(outcome?.leftovers == [])
    #expect(log.lines.last == "cleaned up")
  }

  @Test func `parameters are read as the language reads literals`() async throws {
    let script = """
      param a = 1
      param b
      log a, b
      log a == "x", b == 7
      """
    let given = try await Harness.run(script, parameters: ["a": "x", "b": "7"])
    #expect(given.logged == ["x 7", "true true"])
    let text = try await Harness.run(script, parameters: ["a": "2s", "b": "007"])
    #expect(text.logged == ["2s 007", "false false"])
    let missing = try await Harness.run(script)
    #expect(missing.problems == ["E0315: the parameter `b` has no value"])
    #expect(missing.outcomes[0].verdict == .inconclusive)
  }

  @Test func `a trace has the statements that act`() async throws {
    let script = """
      let n = 1
      let e = endpoint(8001)
      n = 2
      dial 8001 -> 8002
      n + 1
      expect n == 2
      wait 1s
      if n == 2 { hangup }
      """
    let ran = try await Harness.run(script)
    let source = SourceFile(name: "script", text: script)
    let traces = ran.logs[0].traces
    #expect(
      traces.map { source.text(in: $0.range) } == [
        "let e = endpoint(8001)", "dial 8001 -> 8002", "n + 1", "expect n == 2", "wait 1s",
        "hangup",
      ])
    #expect(
      traces.map(\.value.displayText) == [
        "{ endpoint: \"8001\", state: \"Not in use\" }", "8001 -> 8002", "3", "null", "null",
        "null",
      ])
  }

  @Test func `a file without statements has no test`() {
    let source = SourceFile(name: "a/script.flow", text: "# nothing\n")
    #expect(Program.compile(source, library: .fake).program?.isEmpty == true)
    let other = SourceFile(name: "a/script.flow", text: "log 1")
    #expect(Program.compile(other, library: .fake).program?.tests.map(\.name) == ["script"])
  }

  @Test func `every code of the run time is explained once`() {
    let codes = RuntimeProblem.codes.map(\.code)
    #expect(Set(codes).count == codes.count)
    #expect(codes == codes.sorted())
  }
}

/// Stops a script at one look after some.
private final class CountingWatchdog: Watchdog {
  private let looks: Mutex<Int>

  init(looks: Int) { self.looks = Mutex(looks) }

  var expiry: Expiry? {
    looks.withLock { looks in
      looks -= 1
      return looks < 0 ? .realTime(limit: .seconds(2)) : nil
    }
  }

  func beginTeardown(limit: Duration) {}
}

/// Stops nothing but a hurried `teardown`, and that at its first look.
private final class TeardownWatchdog: Watchdog {
  private let limit = Mutex<Duration?>(nil)

  var expiry: Expiry? { limit.withLock { $0 }.map { .teardown(limit: $0) } }

  func beginTeardown(limit: Duration) { self.limit.withLock { $0 = limit } }
}
