import Testing

@testable import FlowSyntax

struct UsageTests {
  @Test(arguments: [
    ("dial", ["dial FROM -> TO [showing SHOWN] [ring TIME]"]),
    (
      "transfer",
      [
        "transfer blind [EXTENSION ->] TO", "transfer attended [EXTENSION ->] TO",
        "transfer cancel [EXTENSION]",
      ]
    ),
    ("agent", ["agent logout EXTENSION queue QUEUE|all [status STATUS|business|private]"]),
  ])
  func `a form is written as a usage line`(_ verb: String, _ lines: [String]) {
    #expect(TestCommands.table[verb]?.usage == lines)
  }
}
