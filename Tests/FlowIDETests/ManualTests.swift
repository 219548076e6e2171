import FlowSyntax
import Testing

@testable import FlowIDE

@Suite struct ManualTests {
  private let manual = Manual(
    commands: SampleTable.commands, functions: SampleTable.context.functions)

  @Test func `a command's page shows its forms, an example and its operation`() {
    #expect(
      manual.page(for: "dial") == """
        dial: Calls.

          dial EXTENSION -> DEST [showing DISPLAYCID] [via TRUNK]
              Calls the destination.

        Example
          dial 8001 -> 8002

        API: call/dial
        """)
  }

  @Test(arguments: [
    ("hangup", "hangup [EXTENSION|all]"),
    ("transfer", "transfer blind [EXTENSION ->] DEST"),
    ("phone", "phone PHONE answers [after AFTER]"),
    ("cdr", "cdr([src:], [dst:])"),
    ("endpoint", "endpoint(EXTENSION)"),
    ("answered", "wait answered [TARGET] [within TIME]"),
    ("repeat", "repeat COUNT [every TIME] { … }"),
  ])
  func `a page shows how a word is written`(word: String, form: String) throws {
    #expect(try #require(manual.page(for: word)).contains("\n  \(form)\n"))
  }

  @Test func `every word of the overview has a page`() {
    for word in manual.words {
      #expect(manual.page(for: word) != nil)
      #expect(manual.overview.contains("\n  \(word) "))
    }
    #expect(manual.page(for: "dail") == nil)
  }

  @Test func `the language's own words are in order, and their examples are whole`() {
    let words = StatementGuide.entries.map(\.word)
    #expect(words == words.sorted())
  }
}
