import FlowRuntime
import PBXModel
import Testing

@Suite struct StatementTests {
  @Test(
    arguments: [
      ("let x = 1; x = x + 1; log x", ["2"]),
      ("let x = 1; if x == 1 { let x = 2; log x }; log x", ["2", "1"]),
      ("for x in [1, 2, 3] { if x == 2 { continue }; log x }", ["1", "3"]),
      ("for k in ({ a: 1, b: 2 }) { log k }", ["a", "b"]),
      ("let i = 0; while i < 3 { i = i + 1; if i == 2 { break } }; log i", ["2"]),
      ("let n = 0; repeat 3 { n = n + 10 }; log n", ["30"]),
      ("repeat 3 every 1s { log \"turn\" }", ["turn", "turn", "turn"]),
      ("let n = 0; for x in [1, 2] { for y in [1, 2] { n = n + x * y } }; log n", ["9"]),
      ("let a = true; let b = false; a = b and a; log a", ["false"]),
      ("let a = null; let b = 2; b = a ?? b; log b", ["2"]),
      ("if 1 > 2 { log 1 } else if 2 > 2 { log 2 } else { log 3 }", ["3"]),
      ("log 1, \"a\", [1]", ["1 a [1]"]),
      ("for x in 5 { }", ["E0309: `for` runs over a list or a map, this is a number, `5`"]),
      (
        "repeat -1 { }",
        ["E0311: `repeat` needs a whole number, not negative, this is a number, `-1`"]
      ),
      (
        "let t = \"5\"; wait t",
        ["E0310: a duration such as `10s` is expected, this is a text, `\"5\"`"]
      ),
      (
        "let t = 0s; repeat 2 every t { log 1 }",
        ["E0310: `every` needs a duration of more than 0, this is `0s`"]
      ),
      (
        "let t = 0s; wait until 1 == 2 every t",
        ["E0310: `every` needs a duration of more than 0, this is `0s`"]
      ),
      ("if 1 { }", ["E0305: a condition must be `true` or `false`, this is a number, `1`"]),
    ] as [(String, [String])])
  func `a script runs as it reads`(_ text: String, _ expected: [String]) async throws {
    #expect(try await Harness.output(text) == expected)
  }

  @Test func `a list may be longer than a row of registers`() async throws {
    let elements = (0..<1000).map { "x + \($0)" }.joined(separator: ", ")
    let text = "let x = 1\nlet l = [\(elements)]\nlog length(l), l[0], l[255], l[256], l[999]"
    #expect(try await Harness.output(text) == ["1000 1 256 257 1000"])
  }

  @Test func `turns of a paced loop begin at fixed distances`() async throws {
    let ran = try await Harness.run("repeat 3 every 1s { wait 200ms }")
    let starts = ran.logs[0].traces.map(\.start)
    #expect(starts[0].duration(to: starts[2]) == .seconds(2))
  }

  @Test func `more variables than registers are a diagnostic`() async throws {
    let text = (0..<66_000).map { "let v\($0) = 1" }.joined(separator: "\n")
    let ran = try await Harness.run(text)
    #expect(ran.problems == ["E0218: the script holds too many values at once"])
  }

  @Test func `a jump reaches over a very long body`() async throws {
    let body = String(repeating: "n = n + 1\n", count: 35_000)
    #expect(try await Harness.output("let n = 0\nrepeat 2 {\n\(body)}\nlog n") == ["70000"])
  }
}
