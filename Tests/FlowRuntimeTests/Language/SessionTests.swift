import FlowDiagnostics
import FlowRuntime
import Testing
import VirtualTime

@Suite struct SessionTests {
  /// Evaluates inputs in one session and gives what came of each.
  private func evaluate(_ inputs: [String]) async throws -> (results: [String], names: [String]) {
    let executor = VirtualExecutor()
    return try await executor.run {
      let log = FakeLog()
      let session = Session(
        environment: Harness.environment(VirtualClock(executor: executor)), observer: log,
        connect: { FakeHub(plan: FakePlan(), clock: $0.clock, log: log) })
      var results: [String] = []
      for input in inputs {
        let evaluation = await session.evaluate(SourceFile(name: "<input>", text: input))
        if let failure = evaluation.failure ?? evaluation.diagnostics.first {
          results.append(failure.code)
        } else {
          results.append(evaluation.value?.literalText ?? "-")
        }
      }
      return (results, session.variableNames)
    }
  }

  @Test func `variables and the call live on`() async throws {
    let (results, names) = try await evaluate([
      "let x = 1", "x = x + 1", "x", "let f = dial 8001 -> 8002", "call", "f.extension",
      "for i in [1] { let inner = i }", "log x", "\"a\" + \"b\"",
    ])
    #expect(results == ["-", "-", "2", "-", "8001 -> 8002", "\"8001\"", "-", "-", "\"ab\""])
    #expect(names == ["f", "x"])
  }

  @Test func `the fields of what a variable holds are known`() async throws {
    let executor = VirtualExecutor()
    let fields = try await executor.run {
      let session = Session(
        environment: Harness.environment(VirtualClock(executor: executor)), observer: FakeLog(),
        connect: { FakeHub(plan: FakePlan(), clock: $0.clock, log: FakeLog()) })
      _ = await session.evaluate(
        SourceFile(name: "<input>", text: "let m = { b: 1, a: 2 }; let n = 1"))
      return session.fieldNames
    }
    #expect(fields == ["m": ["b", "a"]])
  }

  @Test func `an error leaves what was there`() async throws {
    let (results, names) = try await evaluate([
      "let x = 1", "let y = z", "let a = 5; let b = 1 / 0; let c = 2", "x", "a", "b",
      "let x = 1 / 0", "x", "let x = 3", "x", "test \"a\" { }",
    ])
    #expect(
      results == ["-", "E0201", "E0303", "1", "5", "E0201", "E0303", "1", "-", "3", "E0220"])
    #expect(names == ["a", "x"])
  }

  @Test func `a cancelled input ends, and the session goes on`() async throws {
    let executor = VirtualExecutor()
    let results = try await executor.run {
      let log = FakeLog()
      let session = Session(
        environment: Harness.environment(VirtualClock(executor: executor)), observer: log,
        connect: { FakeHub(plan: FakePlan(), clock: $0.clock, log: log) })
      let ended = await withTaskGroup(of: String?.self) { group in
        group.addTask {
          await session.evaluate(
            SourceFile(name: "<input>", text: "let x = 1; while true { x = x + 1 }")
          ).failure?.code
        }
        await Task.yield()
        group.cancelAll()
        return await group.next() ?? nil
      }
      let value = await session.evaluate(SourceFile(name: "<input>", text: "x > 0")).value
      let leftovers = await session.end()
      return [ended ?? "", value?.literalText ?? "", "\(leftovers)", log.lines.last ?? ""]
    }
    #expect(results == ["E0317", "true", "[]", "cleaned up"])
  }
}
