import FlowDiagnostics
import Testing

@testable import FlowSyntax

/// What is reported, and where: the marks say where each diagnostic stands.
struct DiagnosticTests {
  @Test(arguments: [
    ("⟦dail⟧ 8001 -> 8002", ["E0102"]),
    ("⟦whle⟧ a { log 1 ⟦2⟧ }", ["E0102", "E0101"]),
    ("log ⟦\"a⟧\nlog 'b'", ["E0103"]),
    ("test ⟦\"a⟧ {\n  log 1\n}", ["E0103"]),
    ("dial 8001 ⟦8002⟧; log 1 ⟦2⟧", ["E0104", "E0101"]),
    ("dial 8001 ⟦>⟧ 8002", ["E0104"]),
    ("dial 8001⟦⟧", ["E0104"]),
    ("if a {\n  log 1⟦⟧\n", ["E0105"]),
    ("log 1\n⟦}⟧ log 2", ["E0106"]),
    ("log a⟦@⟧b", ["E0109"]),
    ("log 1⟦，⟧ 2", ["E0110"]),
    ("dial 8001 ⟦→⟧ 8002⟦；⟧ log⟦（⟧1⟦）⟧", ["E0110", "E0110", "E0110", "E0110"]),
    ("log ⟦“a”⟧", ["E0110"]),
    ("log \"a⟦\\q⟧b\"", ["E0111"]),
    ("log ⟦12abc⟧, ⟦1.2.3⟧", ["E0112", "E0112"]),
    ("log -⟦99999999999999999999⟧", ["E0113"]),
    ("log ⟦99999999999h⟧", ["E0114"]),
    ("if a ⟦=⟧ 1 { log ⟦}⟧", ["E0115", "E0101"]),
    ("⟦//⟧ a\nlog 1", ["E0116"]),
    ("log a ⟦&&⟧ b ⟦||⟧ ⟦!⟧c", ["E0117", "E0117", "E0117"]),
    ("if a { } ⟦elif⟧ b { }", ["E0118"]),
    ("⟦else⟧ { log 1 ⟦2⟧ }", ["E0119", "E0101"]),
    ("⟦a.b⟧ = 1", ["E0120"]),
    ("dial 1 -> 2 ring 1s ⟦ring⟧ 2s", ["E0122"]),
    ("expect a is ⟦rinning⟧", ["E0123"]),
    ("log a < b ⟦<⟧ c", ["E0124"]),
    ("log \"a⟦${}⟧\"", ["E0125"]),
    ("let a⟦⟧\nlet ⟦5⟧ = 1\nlog 1", ["E0101", "E0101"]),
    ("log (1 + 2\n⟦log⟧ 3\nlog 4", ["E0101"]),
  ])
  func `an error is reported where it is, and nothing that follows from it`(
    _ marked: String, _ codes: [String]
  ) {
    let source = MarkedSource(marked)
    let diagnostics = Corpus.parse(source.text).diagnostics
    #expect(diagnostics.map(\.code) == codes, "\(diagnostics.map(\.message))")
    #expect(
      diagnostics.map { $0.range.start..<$0.range.end } == Array(source.ranges.prefix(codes.count)),
      "\(source.text)")
  }

  @Test(arguments: [
    ("sleep 5", "wait 5s"), ("sleep 5s", "wait"), ("print \"a\"", "log"),
    ("echo a", "log"), ("puts a", "log"), ("assert a == 1", "expect"),
    ("call 8001 -> 8002", "dial"),
  ])
  func `a first word of other languages is answered with what is meant`(
    _ text: String, _ replacement: String
  ) {
    let diagnostics = Corpus.parse(text).diagnostics
    #expect(diagnostics.map(\.code) == ["E0102"])
    #expect(diagnostics.first?.fixIts.map(\.replacement) == [replacement])
  }

  @Test(
    arguments: [
      ([0x6C, 0x6F, 0x67, 0x20, 0xFF, 0xFE], ["E0107"], 4),
      ([0x23, 0x20, 0xE4, 0xBD], ["E0107"], 2),
      ([0x6C, 0x6F, 0x67, 0x20, 0x22, 0x00, 0x00, 0x22], ["E0108"], 5),
      ([0x6C, 0x6F, 0x67, 0x20, 0x31, 0x1B, 0x0A], ["E0108"], 5),
      ([0xEF, 0xBB, 0xBF, 0x6C, 0x6F, 0x67, 0x20, 0x31], [], 0),
    ] as [([UInt8], [String], Int)])
  func `bytes that no script holds are reported with their place`(
    _ bytes: [UInt8], _ codes: [String], _ offset: Int
  ) {
    let diagnostics = Corpus.parse(bytes).diagnostics
    #expect(diagnostics.map(\.code) == codes)
    if let first = diagnostics.first { #expect(first.range.start == offset) }
  }

  @Test(arguments: [
    (
      "transfer ",
      "expected `blind`, `attended` or `cancel` after `transfer`, found the end of the file"
    ),
    (
      "transfer blind", "expected an extension or a number after `blind`, found the end of the file"
    ),
    ("phone 1 anwsers", "expected `answers`, `hangs` or `dials` after `1`, found `anwsers`"),
    ("hangup 1 2", "expected the end of the statement after `1`, found `2`"),
    (
      "dial 1 -> 2 3",
      "expected `showing`, `ring` or the end of the statement after `2`, found `3`"
    ),
    (
      "expect a b", "expected `within`, `for`, `,` or the end of the statement after `a`, found `b`"
    ),
    ("log ]", "expected a value after `log`, found `]`"),
  ])
  func `a message says all that could have stood there`(_ text: String, _ message: String) {
    #expect(Corpus.parse(text).diagnostics.map(\.message) == [message])
  }

  @Test(arguments: [
    ("dail 1 -> 2", "dial 1 -> 2"), ("phone 1 anwsers", "phone 1 answers"),
    ("dial 1 2", "dial 1 -> 2"), ("dial 1 => 2", "dial 1 -> 2"), ("dial 1 to 2", "dial 1 -> 2"),
    ("if a = 1 { }", "if a == 1 { }"), ("log a && b", "log a and b"), ("log !a", "log not a"),
    ("if a { } elif b { }", "if a { } else if b { }"), ("// a", "# a"),
    ("log “a”，１２", "log \"a\",12"), ("expect a is rinning", "expect a is ringing"),
  ])
  func `a file is right once the fixes are made`(_ text: String, _ mended: String) {
    let diagnostics = Corpus.parse(text).diagnostics
    var bytes = Array(text.utf8)
    for fixIt in diagnostics.flatMap(\.fixIts).sorted(by: { $0.range.start > $1.range.start }) {
      bytes.replaceSubrange(
        fixIt.range.start..<fixIt.range.end, with: Array(fixIt.replacement.utf8))
    }
    #expect(String(decoding: bytes, as: UTF8.self) == mended)
    #expect(Corpus.parse(bytes).diagnostics.map(\.message) == [])
  }

  @Test
  func `a file with several errors shows them all`() {
    let source = SourceFile(
      name: "bad.flow",
      text: """
        test "t" {
          dail 8001 -> 8002
          dial 8001 8002
          log (1 + 2
        """)
    let result = Parser.parse(source, commands: TestCommands.table)
    #expect(
      DiagnosticRenderer(color: false).render(result.diagnostics, in: source) == """
        error[E0102]: unknown command `dail`
         --> bad.flow:2:3
          |
        2 |   dail 8001 -> 8002
          |   ^^^^ not a command, and no operator follows
        help: did you mean `dial`?

        error[E0104]: `->` is missing after `8001`
         --> bad.flow:3:13
          |
        3 |   dial 8001 8002
          |             ^^^^
        help: write `->` here

        error[E0105]: `(` is not closed
         --> bad.flow:4:13
          |
        4 |   log (1 + 2
          |             ^
        note: `(` opens here
         --> bad.flow:4:7
          |
        4 |   log (1 + 2
          |       ^

        error[E0105]: `{` is not closed
         --> bad.flow:4:13
          |
        4 |   log (1 + 2
          |             ^
        note: `{` opens here
         --> bad.flow:1:10
          |
        1 | test "t" {
          |          ^

        """)
  }

  @Test
  func `a line of a megabyte is parsed and its errors are shown`() {
    let text = "log [" + String(repeating: "1234567, ", count: 116_000) + "@]"
    let source = SourceFile(name: "long.flow", text: text)
    let result = Parser.parse(source, commands: TestCommands.table)
    #expect(result.diagnostics.map(\.code) == ["E0109"])
    let rendered = DiagnosticRenderer(color: false).render(result.diagnostics, in: source)
    #expect(rendered.utf8.count < 600)
    #expect(rendered.contains("@]"))
  }
}
