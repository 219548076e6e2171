import FlowDiagnostics

@testable import FlowSyntax

/// Scripts that use the whole grammar, right and wrong.
enum Corpus {
  static let valid = [
    "",
    "# a comment alone",
    "dial 8001 -> 8002; wait answered; transfer attended 8005",
    """
    # transfers.flow
    param consultant = 8005            # another PBX, other numbers

    setup {
      phone 8002 answers after 800ms
      phone consultant answers after 1s
    }

    test "a consulted transfer reaches ${consultant}" timeout 1m {
      let first = dial 8001 -> 8002
      wait answered within 10s
      transfer attended consultant
      wait answered within 10s                      # the consultation
      hangup 8001                                   # completes the transfer
      expect 8002 is answered for 2s
      hangup consultant
      let record = wait cdr where it.src == 8001 and it.dst == 8002 within 5s
      expect record.disposition == "ANSWERED", "the record says ${record.disposition}"
    }
    teardown { hangup }
    """,
    """
    let codes = [007, +8613800138000, *72#, *97, 1m30s, 1.5, "a\\tb\\u{4f60}${1 + (2)}", 'raw']
    let row = { who: "a", "with space": [1, 2,], }
    if codes[0] == 007 or row.who? ?? "none" startswith "a" {
      log row, -1 * 2 % 3, not true
    } else if 8002 is not ringing { break }
    else { continue }
    for x in codes { repeat 3 every 1s { while x < 3 { x = x + 1 } } }
    let total = 1 +
      2 + \\
      3
    dial 8001 ->
      8002 showing 4008001234 ring 10s
    agent logout 8001 queue all status private
    let queue = 200; test = 3; 变量 = queue
    check outcome(wait cdr of call) == "busy" within 5s, "why"
    wait until endpoint(8001).state == "Idle" within 10s every 200ms
    let block = \"""
        first ${row.who}
          second "quoted"
        \"""
    """,
  ]

  static let invalid = [
    "dail 8001 -> 8002",
    "let = 3\nlet y",
    "if x = 1 { log 1 } elif y { log 2 }",
    "test \"open {\n",
    "test \"t\" {\n  dial 8001 8002\n  wait answerd\n",
    "log (1 + 2\nlog 3",
    "log \"a ${ 1 + } b\" + 'c",
    "// no comment\nlog 1 && 2 || !3",
    "dial 8001 → 8002； log（“a”，８００１）",
    "log \"\\q\\u{110000}\" ) ] }",
    "else { log 1 }",
    "a < b < c; x.y = 3; 12abc 1.2.3 9m9 99999999999999h",
    "\"\"\" open ${ { [ (",
    "dial \\ 8001 @ ~ `",
  ]

  static var all: [String] { valid + invalid }

  static func parse(_ text: String) -> ParseResult { parse(Array(text.utf8)) }

  static func parse(_ bytes: [UInt8]) -> ParseResult {
    Parser.parse(SourceFile(name: "test.flow", bytes: bytes), commands: TestCommands.table)
  }
}
