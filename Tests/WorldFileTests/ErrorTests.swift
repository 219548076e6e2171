import FlowDiagnostics
import Testing
import WorldFile

/// What a wrong world file is told: all at once, each at its place.
struct ErrorTests {
  /// `LINE:COLUMN CODE MESSAGE` of each diagnostic, `? WORD` behind it where one was meant.
  private func problems(_ text: String) -> [String] {
    let source = SourceFile(name: "world.yaml", text: text)
    return WorldFile.read(source).diagnostics.map { diagnostic in
      let position = source.position(of: diagnostic.range.start)
      let meant = diagnostic.fixIts.first.map { " ? \($0.replacement)" } ?? ""
      return "\(position.line):\(position.column) \(diagnostic.code) \(diagnostic.message)\(meant)"
    }
  }

  @Test(arguments: [
    ("", "1:1 E0604 a world file needs `extensions`"),
    ("zone: Z", "1:1 E0604 a world file needs `extensions`"),
    (
      "extensions: [8001]\nextensoins: []",
      "2:1 E0602 there is no key `extensoins` in a world file ? extensions"
    ),
    (
      "extensions: [{number: 8001, phon: busy}]",
      "1:29 E0602 there is no key `phon` in an extension ? phone"
    ),
    ("hello", "1:1 E0603 a map has to stand here"),
    ("extensions: 8001", "1:13 E0603 a list has to stand here"),
    ("extensions: [{name: Anna}]", "1:14 E0604 an extension needs `number`"),
    ("extensions: [800a]", "1:14 E0603 `800a` is not right here"),
    ("extensions: [8010-8001]", "1:14 E0603 `8010-8001` is not right here"),
    ("extensions: [8001, ]\nzone:", "2:1 E0604 `zone` has no value"),
    ("extensions: [8001, ~]", "1:20 E0604 this element of the list is empty"),
    ("extensions: [8001, [8002]]", "1:20 E0603 a map has to stand here"),
    ("extensions: [{number: 8001, phone: ansers}]", "1:36 E0603 `ansers` is not right here"),
    (
      "extensions: [{number: 8001, contact: registred}]",
      "1:38 E0603 `registred` is not right here ? registered"
    ),
    ("extensions: [{number: 8001, call-waiting: yes}]", "1:43 E0603 `yes` is not right here"),
    ("extensions: [{number: 8001, call-limit: 0}]", "1:41 E0603 `0` is not right here"),
    ("extensions: [8001-8003, 8002]", "1:25 E0605 `8002` is an extension already"),
    ("extensions: [8001]\nqueues: [8001]", "2:10 E0605 `8001` is an extension already"),
    (
      "extensions: [{number: 8001, mailbox: 8002}]\nmailboxes: [8001]",
      "1:38 E0606 `8002` is not a mailbox of this world ? 8001"
    ),
    (
      "extensions: [8001]\nagents: [{id: a, extension: 8001, queues: [201]}]\nqueues: [200]",
      "2:44 E0606 `201` is not a queue of this world ? 200"
    ),
    (
      "extensions: [8001]\nqueues: [{number: 200, strategy: ringal}]",
      "2:34 E0603 `ringal` is not right here ? ringall"
    ),
    (
      "extensions: [8001]\nqueues: [{number: 200, timeout: 15}]",
      "2:33 E0603 `15` is not right here"
    ),
    (
      "extensions: [8001]\nqueues: [{number: 200, overflow: 9}]",
      "2:34 E0606 `9` leads nowhere in this world"
    ),
    (
      "extensions: [8001]\nmenus: [{name: m, prompt: p, length: 1s, digits: {a: 8001}}]",
      "2:51 E0603 `a` is not right here"
    ),
    (
      "extensions: [8001]\ntrunks: [t]\npatterns: [{pattern: \"9(\", trunk: t}]",
      "3:22 E0603 `9(` is not right here"
    ),
    ("extensions: [701]", "1:14 E0609 the parking space `701` is also an extension"),
    (
      "extensions: [701]\nparking: {spaces: 700-710}",
      "2:19 E0609 the parking space `701` is also an extension"
    ),
    ("extensions: [8001]\nzone: noon", "2:7 E0603 `noon` is not right here"),
    (
      "extensions: [8001]\nstart: 2026-02-30 00:00:00",
      "2:8 E0603 `2026-02-30 00:00:00` is not right here"
    ),
    ("extensions: [8001]\nseed: -1", "2:7 E0603 `-1` is not right here"),
    (
      "extensions: " + String(repeating: "[", count: 2000),
      "1:14 E0601 this is no YAML: lists and maps are nested too deep"
    ),
    ("extensions: [8001]\nextensions: [8002]", "1:1 E0601 `extensions` is given twice"),
    (
      "extensions: [8001",
      "1:18 E0601 this is no YAML: did not find expected ',' or ']'"
        + " while parsing a flow sequence that begins at 1:13"
    ),
    ("extensions: [8001]\n---\nzone: Z", "2:1 E0601 this is no YAML: but found another document"),
    (
      "extensions: [8001]\nfaults: [{fault: page, operation: dail}]",
      "2:35 E0603 `dail` is not right here ? dial"
    ),
    (
      "extensions: [8001]\nfaults: [{fault: fials, code: 600001}]",
      "2:18 E0603 `fials` is not right here ? fails"
    ),
    (
      "extensions: [8001]\nfaults: [{fault: slow}]",
      "2:10 E0609 this fault cannot happen: `slow` needs `delay`"
    ),
    (
      "extensions: [8001]\nfaults: [{fault: fails, operation: dial, code: 600003}]",
      "2:10 E0609 this fault cannot happen: `call/dial` never fails with 600003, but with "
        + "600000 and 600001"
    ),
    ("extensions: [8001]\ntrunks: [a, b]", "2:13 W0601 no pattern leads to the trunk `b`"),
  ])
  func `a mistake is told where it stands`(text: String, problem: String) {
    #expect(problems(text) == [problem])
  }

  @Test func `all mistakes of a file are told in one go`() {
    let text = """
      extensions:
        - number: 8001
          phone: anwers
        - {number: 8002, limit: 3}
      trunks: [carrier]
      patterns:
        - {pattern: 9XXXX., trunk: carier}
      agents:
        - {id: 1001, extension: 8003, queues: [{queue: 200, penalty: 100}]}
        - {id: 1001, extension: 8001, queues: []}
      """
    #expect(
      problems(text) == [
        "3:12 E0603 `anwers` is not right here",
        "4:20 E0602 there is no key `limit` in an extension",
        "7:30 E0606 `carier` is not a trunk of this world ? carrier",
        "9:27 E0606 `8003` is not an extension of this world ? 8001",
        "9:50 E0606 `200` is not a queue of this world",
        "9:64 E0603 `100` is not right here",
        "10:10 E0605 `1001` is an agent already",
      ])
  }

  @Test func `a mistake is shown as those of scripts are`() {
    let source = SourceFile(
      name: "world.yaml", text: "extensions: [8001]\nqueues:\n  - number: 200\n    timout: 15s\n")
    let text = DiagnosticRenderer(color: false).render(
      WorldFile.read(source).diagnostics, in: source)
    #expect(
      text == """
        error[E0602]: there is no key `timout` in a queue
         --> world.yaml:4:5
          |
        4 |     timout: 15s
          |     ^^^^^^
        help: did you mean `timeout`?

        """)
  }

  @Test func `a comma that parts a value in two is told of`() {
    let source = SourceFile(
      name: "world.yaml",
      text: "extensions: [8001]\nqueues: [{number: 200, overflow: ext-queues,200,1}]\n")
    let text = DiagnosticRenderer(color: false).render(
      WorldFile.read(source).diagnostics, in: source)
    #expect(
      text.contains(
        """
        error[E0602]: there is no key `200` in a queue
         --> world.yaml:2:45
          |
        2 | queues: [{number: 200, overflow: ext-queues,200,1}]
          |                                             ^^^
        note: between `{` and `}` put a value that has a comma in quotes

        """))
  }

  @Test func `a world has at most a hundred thousand extensions`() {
    #expect(problems("extensions: [000001-100000]") == [])
    #expect(
      problems("extensions: [000001-099999, 200000-200001, 300000]")
        == ["1:29 E0607 a world has at most 100000 extensions"])
    #expect(
      problems("extensions: [000001-100001]") == ["1:14 E0603 `000001-100001` is not right here"])
  }

  @Test func `aliases are refused before anything is unfolded`() {
    var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...30 {
      let uses = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      bomb += "a\(level): &a\(level) [\(uses)]\n"
    }
    #expect(problems(bomb + "? *a30\n: x\n") == ["2:10 E0608 world files have no aliases"])
    #expect(
      problems("extensions: [8001]\nid-prefix: *x") == ["2:12 E0608 world files have no aliases"])
    let starred = """
      extensions: [8001]  # not *all*
      trunks: [t]
      patterns: [{pattern: "*97XX", trunk: t}]
      """
    #expect(problems(starred) == [])
  }

  @Test func `deep nesting ends with an error`() {
    let text = "extensions: " + String(repeating: "[", count: 100_000)
    #expect(problems(text).count == 1)
  }
}
