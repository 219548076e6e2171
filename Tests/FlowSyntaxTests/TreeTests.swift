import FlowDiagnostics
import Testing

@testable import FlowSyntax

/// What trees texts become.
struct TreeTests {
  private func check(_ text: String, _ dump: String) {
    let result = Corpus.parse(text)
    #expect(result.diagnostics.map(\.message) == [], "\(text)")
    #expect(TreeDump.dump(result.script) == dump, "\(text)")
  }

  @Test(arguments: [
    ("a or b and c", "(or a (and b c))"),
    ("not a == b and c", "(and (not (equal a b)) c)"),
    ("a and not b or c", "(or (and a (not b)) c)"),
    ("1 - 2 - 3", "(subtract (subtract 1 2) 3)"),
    ("1 + 2 * 3 % 4", "(add 1 (remainder (multiply 2 3) 4))"),
    ("-a.b * -2", "(multiply (- (. a b)) (- 2))"),
    ("a ?? b + 1 == c", "(equal (coalesce a (add b 1)) c)"),
    ("a == b or c < d", "(or (equal a b) (less c d))"),
    ("a not in [1] and b in c", "(and (notIn a (list 1)) (in b c))"),
    ("a contains b or c matches d", "(or (contains a b) (matches c d))"),
    ("a startswith b", "(startsWith a b)"),
    ("a endswith b", "(endsWith a b)"),
    ("8002 is not ringing and a.b is idle", "(and (is-not 8002 ringing) (is (. a b) idle))"),
    ("not a is ended", "(not (is a ended))"),
    ("a.b?.c[d + 1].e", "(. ([] (. (. a b?) c) (add d 1)) e)"),
    ("f(1, b: 2,)", "(call f 1 b: 2)"),
    ("(a)", "(group a)"),
    ("a -1", "(subtract a 1)"),
    ("a *72", "(multiply a 72)"),
    ("a == *72#", "(equal a <*72#>)"),
    ("a + +3", "(add a <+3>)"),
    ("[*1*2#, +86, 2*3]", "(list <*1*2#> <+86> (multiply 2 3))"),
  ])
  func `an expression nests by precedence`(_ text: String, _ dump: String) {
    let result = Corpus.parse(text)
    #expect(TreeDump.dump(result.script) == dump)
  }

  @Test(arguments: [
    ("0", "0"), ("8001", "8001"), ("007", "<007>"), ("00", "<00>"), ("8001#", "<8001#>"),
    ("9223372036854775807", "9223372036854775807"),
    ("9223372036854775808", "<9223372036854775808>"),
    ("-9223372036854775808", "-9223372036854775808"),
    ("89860012345678901234", "<89860012345678901234>"),
    ("1.50", "1.5"), ("200ms", "200000000ns"), ("1h1m1s1ms", "3661001000000ns"),
    ("true", "true"), ("null", "null"),
    ("\"a\\n\\u{4f60}\\$\"", "\"a\\n你$\""),
    ("'a\\n${}'", "\"a\\n${}\"".replacing("\\n", with: "\\n")),
    ("\"\"", "\"\""), ("\"${\"${1}\"}b\"", "\"${\"${1}\"}b\""),
    ("\"$1 {}\"", "\"$1 {}\""),
    ("\"\"\"\n    a\n      b${1}\n\n    c\n    \"\"\"", "\"a\\n  b${1}\\n\\nc\""),
    ("\"\"\"a \"b\" c\"\"\"", "\"a \"b\" c\""),
    ("\"\"\"\n\"\"\"", "\"\""),
    ("{ a: 1, \"b c\": { d: [] } }", "(map a: 1, b c: (map d: (list)))"),
  ])
  func `a literal has its value`(_ text: String, _ dump: String) {
    check(text, dump)
  }

  @Test(arguments: [
    ("dial 8001 -> 8002", "(dial/dial from=8001 to=8002)"),
    ("dial +86138 -> *72#", "(dial/dial from=<+86138> to=<*72#>)"),
    ("dial a.b[0] -> (c + 1)", "(dial/dial from=([] (. a b) 0) to=(group (add c 1)))"),
    (
      "dial 1 -> 2 ring 10s showing \"x\"",
      "(dial/dial from=1 to=2 time=10000000000ns shown=\"x\")"
    ),
    ("dial showing -> ring", "(dial/dial from=showing to=ring)"),
    ("dial 1 ->\n  2\nhangup", "(dial/dial from=1 to=2)\n(hangup/hangup)"),
    ("transfer blind 5", "(transfer/blind to=5)"),
    ("transfer attended a -> 5", "(transfer/attended extension=a to=5)"),
    ("transfer cancel; hangup 1", "(transfer/cancel)\n(hangup/hangup party=1)"),
    ("phone 1 hangs up after 2s", "(phone/hangs-up phone=1 delay=2000000000ns)"),
    ("phone answers answers", "(phone/answers phone=answers)"),
    ("phone 1 dials 2", "(phone/dials phone=1 to=2)"),
    ("agent logout 1 queue all", "(agent/logout extension=1 queue='all')"),
    (
      "agent logout 1 queue 200 status private",
      "(agent/logout extension=1 queue=200 status='private')"
    ),
    ("unpark 5", "(unpark/unpark caller=5)"),
    ("unpark 1 -> 5", "(unpark/unpark extension=1 caller=5)"),
    ("let a = dial 1 -> 2", "(let a (dial/dial from=1 to=2))"),
    ("log (dial 1 -> 2).src", "(log (. (group (dial/dial from=1 to=2)) src))"),
    ("let a = hangup", "(let a hangup)"),
    ("let a = hangup + 1", "(let a (add hangup 1))"),
    ("let a = hangup (1)", "(let a (hangup/hangup party=(group 1)))"),
    ("hangup(1)", "(call hangup 1)"),
    ("hangup *72", "(hangup/hangup party=<*72>)"),
    ("hangup = 1; dial = 2", "(set hangup 1)\n(set dial 2)"),
    ("hangup.a", "(. hangup a)"),
  ])
  func `a command is read by the forms of the table`(_ text: String, _ dump: String) {
    check(text, dump)
  }

  @Test(arguments: [
    ("wait 2s", "(wait 2000000000ns)"),
    ("wait pause", "(wait pause)"),
    ("wait (a * 2)", "(wait (group (multiply a 2)))"),
    ("wait answered", "(wait answered)"),
    (
      "wait ringing 8002 within 1s every 2s",
      "(wait ringing 8002 within 1000000000ns every 2000000000ns)"
    ),
    ("wait idle a.b every b within a + 1", "(wait idle (. a b) within (add a 1) every b)"),
    ("wait until a == b within 1s", "(wait until (equal a b) within 1000000000ns)"),
    ("wait cdr", "(wait cdr)"),
    (
      "let r = wait cdr of a where it.b == 1 within 1s",
      "(let r (wait cdr of a where (equal (. it b) 1) within 1000000000ns))"
    ),
    ("f(wait cdr of call) == 1", "(equal (call f (wait cdr of call)) 1)"),
    ("let wait = 1; wait = 2; log wait", "(let wait 1)\n(set wait 2)\n(log wait)"),
  ])
  func `a wait is a statement and a value`(_ text: String, _ dump: String) {
    check(text, dump)
  }

  @Test(arguments: [
    ("param a; param b = 1", "(param a)\n(param b 1)"),
    ("let a = 1\na = 2", "(let a 1)\n(set a 2)"),
    ("if a { b } else if c { } else { d }", "(if a {b} c {} else {d})"),
    ("if a { }\nelse if b { }\n\nelse { }", "(if a {} b {} else {})"),
    ("if a { }\nelse = 1", "(if a {})\n(set else 1)"),
    ("for x in [1] { break; continue }", "(for x (list 1) {(break); (continue)})"),
    ("while a == { log 1 }", "(while (equal a invalid) {(log 1)})"),
    ("while (a == { b: 1 }) { }", "(while (group (equal a (map b: 1))) {})"),
    ("repeat 5 { }; repeat n every 1s { }", "(repeat 5 {})\n(repeat n every 1000000000ns {})"),
    ("test \"a${b}\" timeout 1m { }", "(test \"a${b}\" timeout 60000000000ns {})"),
    ("setup { a }; teardown { b }", "(setup {a})\n(teardown {b})"),
    ("expect a, \"b\"", "(expect a why \"b\")"),
    ("expect a == 1 within 5s", "(expect (equal a 1) within 5000000000ns)"),
    ("check a is ringing for 5s, \"b\"", "(check (is a ringing) for 5000000000ns why \"b\")"),
    ("log a,\n  b", "(log a b)"),
    ("log (a\n  + b)\nlog [\n1\n]", "(log (group (add a b)))\n(log (list 1))"),
    ("log a \\\n  + b", "(log (add a b))"),
    ("let queue = 200; test = 3; log = 4", "(let queue 200)\n(set test 3)\n(set log 4)"),
    ("log 变量 # b", "(log 变量)"),
  ])
  func `a statement has its parts`(_ text: String, _ dump: String) {
    #expect(TreeDump.dump(Corpus.parse(text).script) == dump)
  }

  @Test(arguments: [
    ("if a {", true), ("log (", true), ("log [1,", true), ("log \"\"\"a", true),
    ("dial 1 ->", true), ("log 1 +", true), ("log 1 \\", true), ("log 1,\n", true),
    ("test \"a\" {\n  log 1\n", true), ("let a = { b:", true), ("if a { } else {", true),
    ("", false), ("log 1", false), ("dial 1", false), ("let a =", false), ("log \"a", false),
    ("log )", false), ("}", false), ("log 1 # \\", false), ("wait", false),
  ])
  func `an open end asks for more`(_ text: String, _ isIncomplete: Bool) {
    #expect(Corpus.parse(text).isIncomplete == isIncomplete, "\(text)")
  }
}
