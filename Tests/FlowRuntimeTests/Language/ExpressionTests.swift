import FlowDiagnostics
import FlowRuntime
import Testing

@Suite struct ExpressionTests {
  @Test(
    arguments: [
      ("1 + 2 * 3", "7"), ("(1 + 2) * 3", "9"), ("10 / 5", "2"), ("10 / 4", "2.5"),
      ("7 % 3", "1"), ("-7 % 3", "-1"), ("1.5 + 1", "2.5"), ("2 - 40000", "-39998"),
      ("1s + 500ms", "1.5s"), ("1m30s * 2", "3m"), ("1m / 4", "15s"), ("1m / 15s", "4"),
      ("-5s", "-5s"), ("\"a\" + \"b\"", "ab"), ("[1] + [2, 3]", "[1, 2, 3]"),
      ("1 < 2", "true"), ("2.0 == 2", "true"), ("\"274\" > 200", "true"),
      ("\"274\" == 274", "true"), ("007 == 7", "false"), ("\"007\" == 7", "false"),
      ("\"7\" == 7", "true"), ("\"2.50\" == 2.5", "false"), ("\"2.5\" == 2.5", "true"),
      ("\"1e3\" == 1000", "false"), ("\"b\" > \"a\"", "true"), ("null == false", "false"),
      ("[1, \"2\"] == [1, 2]", "true"), ("({ a: 1 }) == ({ a: 1 })", "true"),
      ("9007199254740993 > 9007199254740992.0", "true"),
      ("not true", "false"), ("true and false", "false"), ("false or true", "true"),
      ("null ?? 3", "3"), ("0 ?? 3", "0"),
      ("2 in [1, 2]", "true"), ("3 not in [1, 2]", "true"), ("\"bc\" in \"abcd\"", "true"),
      ("[1, 2] contains 2", "true"), ("8001 startswith 80", "true"),
      ("\"ANSWERED\" endswith \"RED\"", "true"), ("\"8001\" matches '^80\\d+$'", "true"),
      ("\"9001\" matches '^80|x'", "false"), ("\"b\" matches '^(a|b|c)$'", "true"),
      ("\"abc\" matches '^(a|b|)$'", "false"), ("\"aaa\" matches '^(a{2}?)+?a$'", "true"),
      ("[1, 2, 3][0]", "1"), ("[1, 2, 3][-1]", "3"), ("({ a: 1 }).a", "1"),
      ("({ a: 1 })[\"a\"]", "1"), ("({ a: 1 }).b? ?? 2", "2"), ("[\"a\", 1.0]", "[\"a\", 1.0]"),
      ("\"x${1 + 1}y${\"z\"}\"", "x2yz"), ("007", "007"), ("+8613800138000", "+8613800138000"),
      ("length([1, 2])", "2"), ("text(8001) + \"!\"", "8001!"), ("int(\"007\")", "7"),
      ("keys({ a: 1, b: 2 })", "[\"a\", \"b\"]"), ("join([1, 2], \"-\")", "1-2"),
      ("split(\"a,b,c\", \",\")", "[\"a\", \"b\", \"c\"]"), ("sort([3, 1, 2])", "[1, 2, 3]"),
      ("round(2.6)", "3"), ("range(1, 3)", "[1, 2, 3]"), ("sum([1s, 2s])", "3s"),
      ("replace(\"aXbX\", \"X\", \"\")", "ab"), ("unique([1, 1, 2])", "[1, 2]"),
      ("trim(\"  a b \")", "a b"), ("max([1, 3, 2])", "3"), ("seconds(90s)", "90"),
    ])
  func `an expression has its value`(_ expression: String, _ expected: String) async throws {
    #expect(try await Harness.output("log (\(expression))") == [expected])
  }

  @Test(
    arguments: [
      (
        "9223372036854775807 + 1",
        "E0302: the result of `9223372036854775807 + 1` does not fit"
      ),
      ("1 / 0", "E0303: `1` is divided by zero"),
      ("1 + \"a\"", "E0301: `+` cannot combine a number and a text"),
      ("1s * 1s", "E0301: `*` cannot combine a duration and a duration"),
      ("-\"a\"", "E0301: a text, `\"a\"` has no negative"),
      ("1s < 1", "E0304: a duration and a number have no order"),
      ("not 1", "E0305: a condition must be `true` or `false`, this is a number, `1`"),
      ("1 and true", "E0305: a condition must be `true` or `false`, this is a number, `1`"),
      ("null.a", "E0306: null has no field `a`"),
      ("({ state: 1 }).sate", "E0307: a map has no field `sate`"),
      ("[1][1]", "E0308: there is no element 1 in a list of 1"),
      ("1 contains true", "E0301: a number cannot contain a boolean"),
      ("true startswith 1", "E0301: `startswith` compares texts, this is a boolean, `true`"),
      ("int(\"x\")", "E0312: `int` finds no whole number in \"x\""),
      ("\"a\" matches \"(\"", "E0314: `(` is no pattern: a `(` has no `)`"),
      (
        "\"a\" matches 'a**'",
        "E0314: `a**` is no pattern: what repeats is repeated: put it into `()`"
      ),
      (
        "\"a\" matches '((((){1000}){1000}){1000}){1000}'",
        "E0314: `((((){1000}){1000}){1000}){1000}` is no pattern: it is too large"
      ),
    ])
  func `what cannot be computed is a failure`(
    _ expression: String, _ expected: String
  ) async throws {
    #expect(try await Harness.output("log (\(expression))") == [expected])
  }

  @Test func `a failure points at its operation`() async throws {
    let text = "let a = 1\nlog 2 * (a / 0)"
    let ran = try await Harness.run(text)
    let range = try #require(ran.failures.first?.range)
    #expect(String(Array(text)[range.start..<range.end]) == "a / 0")
  }

  @Test func `the right side is not computed where the left decides`() async throws {
    let text = """
      log false and 1 / 0 == 1, true or 1 / 0 == 1, 1 ?? 1 / 0
      if false and 1 / 0 == 1 { log "never" } else if true or 1 / 0 == 1 { log "yes" }
      """
    #expect(try await Harness.output(text) == ["false true 1", "yes"])
  }

  @Test(
    arguments: [
      ("==", [false, true, false]), ("!=", [true, false, true]), ("<", [true, false, false]),
      ("<=", [true, true, false]), (">", [false, false, true]), (">=", [false, true, true]),
    ] as [(String, [Bool])])
  func `a comparison means the same wherever it stands`(
    _ sign: String, _ expected: [Bool]
  ) async throws {
    // With a number on the right, with a variable, and with decimals, which take another path.
    for (right, lefts) in [
      ("2", ["1", "2", "3"]), ("b", ["1", "2", "3"]), ("2.5", ["1.5", "2.5", "3.5"]),
    ] {
      for (left, holds) in zip(lefts, expected) {
        let test = "a \(sign) \(right)"
        let script = """
          let b = 2
          let a = \(left)
          if \(test) { log "if" }
          if \(test) or 1 == 2 { log "or" }
          if not (\(test)) { log "not" }
          log \(test)
          """
        let branches = holds ? ["if", "or"] : ["not"]
        #expect(try await Harness.output(script) == branches + ["\(holds)"], "\(test), a = \(left)")
      }
    }
  }

  @Test(arguments: [
    "x = [x]", "x = { inner: x }",
  ])
  func `a value that nests without end is refused`(_ step: String) async throws {
    let ran = try await Harness.run("let x = []\nwhile true { \(step) }")
    #expect(ran.problems == ["E0322: the result nests too deeply"])
  }

  @Test(arguments: ["*", "a|", "("])
  func `a pattern of any length is answered`(_ part: String) async throws {
    let script = """
      let pattern = '\(part)'
      repeat 18 { pattern = pattern + pattern }
      log "a" matches ("a" + pattern)
      """
    let ran = try await Harness.run(script)
    #expect(ran.failures.map(\.code) == ["E0314"])
  }

  @Test func `what is equal is kept once`() async throws {
    let script = """
      log unique([1, "1", 1.0, "01", true, "a", "a", 1s, 1000ms, null, null, [1], ["1"], { a: 1 }])
      log length(unique(range(1, 200000) + range(1, 200000)))
      """
    #expect(
      try await Harness.output(script) == [
        "[1, \"01\", true, \"a\", 1s, null, [1], { a: 1 }]", "200000",
      ])
  }

  @Test func `a value fits into two words`() {
    #expect(MemoryLayout<Value>.stride == 16)
  }
}
