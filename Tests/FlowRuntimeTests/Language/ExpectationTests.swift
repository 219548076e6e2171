import FlowDiagnostics
import FlowRuntime
import PBXModel
import Testing

@Suite struct ExpectationTests {
  private func failure(_ script: String, _ plan: FakePlan = FakePlan()) async throws -> [String] {
    let ran = try await Harness.run(script, plan: plan)
    let diagnostic = try #require(ran.failures.first)
    return ["\(diagnostic.code): \(diagnostic.message)"] + diagnostic.notes.map(\.message)
  }

  @Test func `a failed comparison shows the value of each part`() async throws {
    #expect(
      try await failure("let n = 3\nexpect endpoint(8005).state == \"In use\" and n + 1 == 5") == [
        "E0319: `endpoint(8005).state == \"In use\" and n + 1 == 5` is not true",
        "`endpoint(8005).state` was `\"Not in use\"`",
        "`n` was `3`",
      ])
    #expect(
      try await failure("let n = 3\nexpect n + 1 == 5 or n > 7") == [
        "E0319: `n + 1 == 5 or n > 7` is not true", "`n + 1` was `4`", "`n` was `3`",
      ])
  }

  @Test func `a reason goes before what was expected`() async throws {
    #expect(
      try await failure("let who = 8001\nexpect 1 == 2, \"no answer from ${who}\"")
        == ["E0319: no answer from 8001: `1 == 2` is not true"])
  }

  @Test func `a condition may become true in time`() async throws {
    let plan = FakePlan(samples: [[], [], ["8002 ringing"]])
    let ran = try await Harness.run(
      """
      expect 8002 is ringing within 5s
      expect endpoint(8002).state == "Ringing" within 1s
      wait until 8002 is ringing within 5s
      """, plan: plan)
    #expect(ran.problems.isEmpty)
    #expect(ran.outcomes[0].start.duration(to: ran.outcomes[0].end) == .milliseconds(1400))
  }

  @Test func `one that does not become true in time says what was seen`() async throws {
    #expect(
      try await failure("expect endpoint(8002).state == \"Ringing\" within 1s") == [
        "E0319: `endpoint(8002).state == \"Ringing\"` did not become true within 1s",
        "`endpoint(8002).state` was `\"Not in use\"`", "looked 5 times",
      ])
    #expect(
      try await failure("wait until 8002 is ringing") == [
        "E0321: `8002 is ringing` did not become true within 10s, the default",
        "looked 50 times",
      ])
  }

  @Test func `a condition may have to stay true`() async throws {
    let ran = try await Harness.run("expect 8002 is not ringing for 2s")
    #expect(ran.problems.isEmpty)
    #expect(
      try await failure(
        "expect 8002 is ringing for 2s", FakePlan(samples: [["8002 ringing"], []])) == [
          "E0319: `8002 is ringing` did not stay true for 2s", "looked 1 times",
        ])
  }

  @Test func `a check notes its failure and goes on`() async throws {
    let ran = try await Harness.run("check 1 == 2\ncheck 8002 is ringing within 1s\nlog \"on\"")
    #expect(ran.logged == ["on"])
    #expect(ran.failures.map(\.code) == ["E0320", "E0320"])
    #expect(ran.outcomes[0].verdict == .failed)
    #expect(ran.logs[0].traces.map(\.isFailure) == [true, true])
  }

  @Test func `a wait for a record takes the first that matches`() async throws {
    let records = [1, 2, 3].map { Value.map(MapValue(members: [("src", .integer($0))])) }
    let plan = FakePlan(records: records)
    let ran = try await Harness.run(
      "let r = wait cdr where it.src > 1\nlog r.src\nwait cdr where it.src == 9", plan: plan)
    #expect(ran.logged == ["2"])
    #expect(ran.lines.first == "record taken")
    #expect(ran.failures.map(\.code) == ["E0414"])
    #expect(ran.logs[0].traces.map(\.isFailure) == [false, true])
  }

  @Test func `a failure inside a wait closes it`() async throws {
    let ran = try await Harness.run("wait until endpoint(8001).sate == 1")
    #expect(ran.lines.contains("wait closed"))
    #expect(ran.failures.map(\.message) == ["an endpoint status has no field `sate`"])
    #expect(ran.failures[0].notes.map(\.message).first == "did you mean `state`?")
  }
}
