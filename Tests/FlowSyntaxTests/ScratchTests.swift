import FlowDiagnostics
import Testing
@testable import FlowSyntax
struct ScratchTests {
  @Test func `dump`() {
    let more = ["dial", "dial 8001", "dial 8001 ->", "dial 8001 > 8002", "dial 8001 to 8002", "dial 8001 => 8002", "dial 8001 -> 8002 8003", "dial 8001 -> 8002 shwing 3", "dial 8001 -> 8002 showing", "dial 8001 -> 8002 showing 1 showing 2", "transfer blnd 8005", "transfer", "transfer 8005", "transfer blind", "phone 8002 anwsers", "hangup 8001 8002", "hangup -> 5", "agent logout 8001 queue 200 status busy", "wait", "wait foo 8001", "expect 8001 is rinning", "expect", "log", "let x = ", "let x 3", "for x of y { }", "test foo { }", "setup hangup", "repeet 5 { dial 8001 8002 }", "whle x { log 1\n}", "if a", "if a log 1", "if a {", "log [1, 2", "log (1, 2)", "log f(1 2)", "log { a: 1, b 2 }", "x.y = 3", "f(1) = 2", "1 = 2", "log 1 +", "log 1 + * 3", "log \"a", "log 'a", "log \"\"\"abc", "log \"${a\"", "log \"${}\"", "log \"\\q\"", "log -99999999999999999999", "log 9223372036854775807, -9223372036854775808, 9223372036854775808", "log 99999999999h", "log 1.5s", "log 127.0.0.1", "log 10x", "log a && b || !c", "} log 1", ") log 1", "log “你好”", "log １２", "log 1，2", "log @", "log a\u{3000}+ b", "log not", "log not not a", "wait answered within", "expect a b", "log 1 2", "log a\u{0}b", "let wait = 3; wait = 4; log wait", "if not {", "if {", "while true { break", "x = y = 3", "else {}", "dial 8001 -> wait", "hangup wait", "let a = hangup", "let a = hangup (x)", "hangup(x)", "let a = hold *3", "dial *72# -> +86138", "hangup *72", "a *3", "a + +3", "a.b?.c[1] ?? 2", "dial\n", "test \"x\" {\n  if a {\n    log 1\n  \n}\n", "transfer blind first -> 8005", "transfer blind first -> ", "unpark 8001", "unpark 8001 -> 2", "phone 8002 hangs up after 5s", "phone 8002 hangs", "log \\", "log 1, \\\n", "log 1,\n", "dial 8001 ->\n"]
    for text in Corpus.invalid + more {
      let source = SourceFile(name: "t", text: text)
      let result = Parser.parse(source, commands: TestCommands.table)
      print("=====", text, result.isIncomplete ? "INCOMPLETE" : "")
      print(TreeDump.dump(result.script))
      print(DiagnosticRenderer(color: false).render(result.diagnostics, in: source))
    }
  }
}
