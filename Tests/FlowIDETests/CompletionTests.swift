import FlowDiagnostics
import Testing

@testable import FlowIDE

@Suite struct CompletionTests {
  /// Completes where the text has a `|`.
  private func completions(_ marked: String) throws -> [Completion] {
    let cursor = try #require(marked.firstIndex(of: "|"))
    let offset = marked[..<cursor].utf8.count
    let text = String(marked[..<cursor] + marked[marked.index(after: cursor)...])
    let analysis = Analysis(
      SourceFile(name: "test", text: text), commands: SampleTable.commands)
    return CompletionEngine(SampleTable.context).completions(at: offset, in: analysis)
  }

  @Test(
    arguments: [
      // Commands, by their forms.
      ("tr|", "transfer"),
      ("dial |", "8001 8002 first call"),
      ("dial 80|", "8001 8002"),
      ("dial 8001 |", "->"),
      ("dial 8001 -> |", "8001 8002 200 first call"),
      ("dial 8001 -> 2|", "200"),
      ("dial 8001 -> 8002 |", "showing via"),
      ("dial 8001 -> 8002 via |", "\"trunkHWD\" first call"),
      ("dial 8001 -> 8002 via \"tr|", "\"trunkHWD\""),
      ("dial 8001 -> 8002 showing 4 |", "via"),
      ("dial (first) |", "->"),
      ("dial first.extension |", "->"),
      ("dial first |", "->"),
      ("hangup |", "8001 8002 200 all first call"),
      ("phone 8002 |", "answers hangs"),
      ("phone 8002 hangs |", "up"),
      ("phone 8002 hangs up |", ""),
      ("phone 8002 answers |", "after"),
      ("phone 8002 answers after |", "first call"),
      ("transfer |", "blind attended queue ivr cancel"),
      ("transfer a|", "attended"),
      ("transfer blind |", "8001 8002 first call 200"),
      ("transfer blind 8001 |", "->"),
      ("transfer queue 8001 -> |", "200 first call"),
      ("transfer ivr \"|", "\"aa_1001315\""),
      ("transfer cancel 80|", "8001 8002"),
      ("dial\n|", nil),
      // Fields.
      ("first.|", "extension destination"),
      ("dial first.ex|", "extension"),
      ("log first.extension.|", ""),
      ("log second.|", ""),
      // Waits.
      ("wait |", "answered ended idle ringing until cdr"),
      ("wait answered |", "8001 8002 200 first call within"),
      ("wait answered first |", "within"),
      ("wait answered within |", ""),
      (
        "wait until 8002 |", "is and or in not in contains startswith endswith matches within every"
      ),
      ("wait until 8002 is |", "answered ended idle ringing not"),
      ("wait cdr |", "of where within"),
      ("wait cdr of |", "8001 8002 first call"),
      ("wait cdr where i|", "it"),
      ("wait cdr of first where it.src == 8001 wi|", "within"),
      // Expectations and expressions.
      ("expect 8002 is |", "answered ended idle ringing not"),
      ("expect 8002 is not |", "answered ended idle ringing"),
      (
        "expect 8002 is answered |",
        "is and or in not in contains startswith endswith matches within for"
      ),
      ("expect endpoint(|", nil),
      ("expect endpoint(80|", "8001 8002"),
      ("let r = cdr(|", "src: dst:"),
      ("let r = cdr(src: 8001, |", "dst:"),
      ("let r = cdr(src: 80|", "8001 8002"),
      ("log \"${fi|", "first"),
      ("let x = di|", "dial"),
      ("let x = wait ans|", "answered"),
      ("x = hang|", "hangup"),
      // Statements.
      ("let |", ""),
      ("for |", ""),
      ("for x |", "in"),
      ("repeat 3 |", "every"),
      ("test \"a\" t|", "timeout"),
      ("if true { di|", "dial"),
      ("dial 8001 -> 8002; tr|", "transfer"),
      ("dial 8001 -> 8002\ntr|", "transfer"),
      ("dial 8001 ->\n 80|", "8001 8002"),
      ("let second = 1; log se|", "second"),
      ("打电话 = 1; let 打电话 = 2; log 打|", "打电话"),
      // Where nothing can be said.
      ("# di|", ""),
      ("dial 8001 # di|", ""),
      ("log \"di| \"", ""),
      ("log 'x'|", ""),
    ] as [(String, String?)])
  func `what can stand at the cursor is offered`(marked: String, expected: String?) throws {
    let texts = try completions(marked).map(\.text).joined(separator: " ")
    if let expected { #expect(texts == expected) } else { #expect(!texts.isEmpty) }
  }

  @Test func `a statement begins with a command, a word of the language or a name`() throws {
    let found = try completions("|")
    #expect(found.contains { $0.text == "dial" && $0.kind == .command })
    #expect(found.contains { $0.text == "wait" && $0.kind == .keyword })
    #expect(found.contains { $0.text == "first" && $0.kind == .variable })
    #expect(found.contains { $0.text == "endpoint" && $0.kind == .function })
    #expect(!found.contains { $0.text == "->" })
  }

  @Test(arguments: [("dial 80|01", 5, 7), ("打 = 1; dia|", 9, 12), ("dial |", 5, 5)])
  func `a completion replaces the word before the cursor`(
    marked: String, start: Int, end: Int
  ) throws {
    let ranges = Set(try completions(marked).map(\.range))
    #expect(ranges == [SourceRange(start, end)])
  }

  @Test func `every place of a script can be asked`() {
    let text =
      "let 甲 = dial 8001 -> (\n8002) # c\nlog \"a${甲}b\", cdr(src: [1, 2])\nif x { wait 1s }"
    let analysis = Analysis(
      SourceFile(name: "test", text: text), commands: SampleTable.commands)
    for offset in 0...text.utf8.count {
      let found = CompletionEngine(SampleTable.context).completions(at: offset, in: analysis)
      #expect(found.allSatisfy { $0.range.end == offset && $0.range.start <= offset })
    }
  }
}
