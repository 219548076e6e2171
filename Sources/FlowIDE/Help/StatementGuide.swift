/// What the language's own words mean, for completion and help; commands have their table.
package struct StatementGuide: Hashable, Sendable {
  package var word: String
  /// One sentence.
  package var summary: String
  /// Every way to write it.
  package var forms: [String]
  package var example: String

  /// In alphabetical order.
  package static let entries = [
    StatementGuide(
      word: "break", summary: "Leaves the innermost loop.", forms: ["break"],
      example: "repeat 5 { if 8002 is answered { break }; wait 1s }"),
    StatementGuide(
      word: "check", summary: "Notes a failure and goes on.",
      forms: [
        "check EXPRESSION [, WHY]", "check EXPRESSION within TIME", "check EXPRESSION for TIME",
      ],
      example: "check 8002 is ringing within 3s"),
    StatementGuide(
      word: "continue", summary: "Begins the next turn of the innermost loop.",
      forms: ["continue"],
      example: "for x in [8001, 8002] { if x is idle { continue }; log x }"),
    StatementGuide(
      word: "expect", summary: "Ends the test when it does not hold.",
      forms: [
        "expect EXPRESSION [, WHY]", "expect EXPRESSION within TIME", "expect EXPRESSION for TIME",
      ],
      example: "expect 8002 is answered for 2s"),
    StatementGuide(
      word: "for", summary: "Does a block for every element of a list.",
      forms: ["for NAME in LIST { … }"], example: "for row in endpoints() { log row.endpoint }"),
    StatementGuide(
      word: "if", summary: "Does a block where a condition holds.",
      forms: ["if EXPRESSION { … } [else if EXPRESSION { … }] [else { … }]"],
      example: "if 8002 is idle { dial 8001 -> 8002 }"),
    StatementGuide(
      word: "let", summary: "Names a value.", forms: ["let NAME = VALUE"],
      example: "let first = dial 8001 -> 8002"),
    StatementGuide(
      word: "log", summary: "Writes values to the output.", forms: ["log VALUE [, VALUE]…"],
      example: "log \"8002: ${endpoint(8002).state}\""),
    StatementGuide(
      word: "param", summary: "Names a value that a run can set from outside.",
      forms: ["param NAME = DEFAULT"], example: "param consultant = 8005"),
    StatementGuide(
      word: "repeat", summary: "Does a block several times.",
      forms: ["repeat COUNT [every TIME] { … }"], example: "repeat 5 every 1s { log endpoints() }"),
    StatementGuide(
      word: "setup", summary: "Runs before every test of a file.", forms: ["setup { … }"],
      example: "setup { phone 8002 answers after 800ms }"),
    StatementGuide(
      word: "teardown", summary: "Runs after every test of a file, whatever happened.",
      forms: ["teardown { … }"], example: "teardown { log endpoints() }"),
    StatementGuide(
      word: "test", summary: "Names a test of a file.", forms: ["test NAME [timeout TIME] { … }"],
      example: "test \"a call is answered\" { dial 8001 -> 8002; wait answered }"),
    StatementGuide(
      word: "wait", summary: "Waits for a time, a state, a condition or a call record.",
      forms: [
        "wait TIME", "wait answered|ended|idle|ringing [TARGET] [within TIME]",
        "wait until EXPRESSION [within TIME] [every TIME]",
        "wait cdr [of CALL] [where EXPRESSION] [within TIME]",
      ],
      example: "dial 8001 -> 8002; wait answered within 10s"),
    StatementGuide(
      word: "while", summary: "Does a block as long as a condition holds.",
      forms: ["while EXPRESSION { … }"], example: "while 8002 is ringing { wait 200ms }"),
  ]

  package static func entry(for word: String) -> StatementGuide? {
    entries.first { $0.word == word }
  }
}
