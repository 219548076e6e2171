import FlowDiagnostics
import FlowRuntime
import FlowSyntax
import Testing

@Suite struct CheckerTests {
  /// A script, and the code of each problem in it with the text that it points at.
  static let cases: [(script: String, problems: [String])] = [
    ("log x", ["E0201 x"]),
    ("log callls", ["E0201 callls"]),
    ("let consultant = 1; dial 8001 -> consultent", ["E0201 consultent"]),
    ("hangup al", ["E0201 al"]),
    ("log x; let x = 1", ["E0202 x"]),
    ("x = 2; let x = 1", ["E0202 x"]),
    ("if true { let x = 1 }; log x", ["E0201 x"]),
    ("let x = 1; let x = 2", ["E0203 x"]),
    ("for x in [1] { let x = 2 }", []),
    ("x = 1", ["E0204 x"]),
    ("let call = 1", ["E0205 call"]),
    ("call = 1", ["E0205 call"]),
    ("log it", ["E0206 it"]),
    ("wait cdr where it.src == 8001", []),
    ("endpont(8001)", ["E0207 endpont"]),
    ("length()", ["E0208 length()"]),
    ("length([1], 2)", ["E0208 2"]),
    ("endpoint()", ["E0208 endpoint()"]),
    ("cdr(8001)", ["E0208 8001"]),
    ("cdr(scr: 8001)", ["E0209 scr"]),
    ("cdr(src: 1, src: 2)", ["E0209 src"]),
    ("break", ["E0210 break"]),
    ("if true { continue }", ["E0210 continue"]),
    ("while true { break }", []),
    ("if true { param x = 1 }", ["E0211 param x = 1"]),
    ("if true { test \"a\" { } }", ["E0211 test"]),
    ("log 1\ntest \"a\" { }", ["E0212 log 1"]),
    ("setup { }", ["E0213 setup"]),
    ("setup { }\nsetup { }\ntest \"a\" { }", ["E0214 setup"]),
    ("test \"a\" { }\ntest \"a\" { }", ["E0215 \"a\""]),
    ("test \"a\" { log x }\nlet x = 1", []),
    ("test \"a\" { let y = 1 }\nteardown { log y }", ["E0201 y"]),
    ("dial 8001 -> 5s", ["E0216 5s"]),
    ("dial (1.5) -> 8002", ["E0216 (1.5)"]),
    ("wait 5", ["E0217 5"]),
    ("wait until 1 == 2 within 1s every 0s", ["E0221 0s"]),
    ("repeat 3 every (0ms) { log 1 }", ["E0221 (0ms)"]),
    ("repeat 3 every 5 { log 1 }", ["E0217 5"]),
    ("expect 1 == 1 within 5", ["E0217 5"]),
    ("phone 8002 answers after 2", ["E0217 2"]),
    ("log ({ a: 1, a: 2 })", ["E0219 a"]),
    ("while true { break; log 1; log 2 }", ["W0201 log 1"]),
    ("dial 8001 -> 8002; expect 8002 is ringing", ["W0202 8002 is ringing"]),
    ("dial 8001 -> 8002; expect 8002 is ringing within 2s", []),
    ("dial 8001 -> 8002; expect 8002 is not ringing", []),
    ("phone 8002 answers; expect 8002 is idle", []),
  ]

  @Test(arguments: cases)
  func `a problem is found where it is`(_ script: String, _ problems: [String]) {
    let source = SourceFile(name: "script", text: script)
    let found = Program.compile(source, library: .fake).diagnostics.map { diagnostic in
      "\(diagnostic.code) \(source.text(in: diagnostic.range))"
    }
    #expect(found == problems)
  }

  @Test(
    arguments: [
      ("let consultant = 1\nlog consultent", "did you mean `consultant`?"),
      ("hangup al", "did you mean `all`?"),
      ("endpont(8001)", "did you mean `endpoint`?"),
      ("cdr(scr: 8001)", "did you mean `src:`?"),
      ("log endpoint", "`endpoint` is a function: write `endpoint(…)`"),
      ("dial 8001 -> 8002 via trunkHWD", "a word is a variable here; quote a name: `\"trunkHWD\"`"),
      ("x = 1", "a new variable begins with `let x = …`"),
    ])
  func `a problem says what to write instead`(_ script: String, _ advice: String) {
    let diagnostics = Program.compile(
      SourceFile(name: "script", text: script), library: .fake
    ).diagnostics
    #expect(
      diagnostics.contains { diagnostic in
        (diagnostic.notes.map(\.message) + diagnostic.fixIts.map(\.message)).contains(advice)
      })
  }

  @Test func `every problem of a file is reported, those of the parser among them`() {
    let script = "log a\nlog )\nlog b"
    let found = Program.compile(SourceFile(name: "script", text: script), library: .fake)
    #expect(found.diagnostics.map(\.code).filter { $0 == "E0201" }.count == 2)
    #expect(found.diagnostics.count == 3)
    #expect(found.diagnostics.map(\.range.start) == found.diagnostics.map(\.range.start).sorted())
    #expect(found.program == nil)
  }

  @Test func `every code of the checker has a case`() {
    let covered = Set(Self.cases.flatMap { $0.problems.map { String($0.prefix(5)) } })
    // The register limit and the shell's own have tests of their own.
    let others: Set = ["E0218", "E0220"]
    #expect(Set(CheckProblem.codes.map(\.code)) == covered.union(others))
  }

  @Test func `every unknown name is reported, the first hundred with advice`() {
    let text = "let first = 1\n" + String(repeating: "log frst\n", count: 150)
    let compilation = Program.compile(SourceFile(name: "script", text: text), library: .fake)
    #expect(compilation.diagnostics.count == 150)
    #expect(compilation.diagnostics.count { !$0.fixIts.isEmpty } == 100)
  }
}
