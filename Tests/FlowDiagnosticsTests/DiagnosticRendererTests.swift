import Testing

@testable import FlowDiagnostics

struct DiagnosticRendererTests {
  private func render(
    _ text: String, _ start: Int, _ end: Int, label: String? = nil, color: Bool = false
  ) -> String {
    let source = SourceFile(name: "a.flow", text: text)
    let diagnostic = Diagnostic(
      code: "E0100", message: "wrong", range: SourceRange(start, end), label: label)
    return DiagnosticRenderer(color: color).render(diagnostic, in: source)
  }

  @Test
  func `a diagnostic shows its line, a caret span and its label`() {
    #expect(
      render("let a = 1\nlet b = a +\n", 18, 19, label: "here") == """
        error[E0100]: wrong
         --> a.flow:2:9
          |
        2 | let b = a +
          |         ^ here

        """)
  }

  @Test
  func `notes and helps follow, with places of their own`() {
    let source = SourceFile(name: "a.flow", text: "{\n\n\n\n\n\n\n\n\nx")
    let diagnostic = Diagnostic(
      code: "W0100", severity: .warning, message: "wrong", range: SourceRange(10, 11),
      notes: [.init("opened here", at: SourceRange(0, 1)), .init("no place")],
      fixIts: [.init("write `y`", replace: SourceRange(10, 11), with: "y")])
    #expect(
      DiagnosticRenderer(color: false).render(diagnostic, in: source) == """
        warning[W0100]: wrong
          --> a.flow:10:1
           |
        10 | x
           | ^
        note: opened here
          --> a.flow:1:1
           |
         1 | {
           | ^
        note: no place
        help: write `y`

        """)
  }

  @Test
  func `wide characters take two columns and tabs go to the next stop`() {
    #expect(render("变量 = x", 9, 10).hasSuffix("1 | 变量 = x\n  |        ^\n"))
    #expect(render("\ta\tb", 3, 4).hasSuffix("1 |     a   b\n  |         ^\n"))
    #expect(render("变量 = x", 9, 10).contains("a.flow:1:6\n"))
  }

  @Test
  func `a range over several lines shows the first and the last`() {
    #expect(
      render("if a {\n  b\n  c\n}\n", 5, 16, label: "so") == """
        error[E0100]: wrong
         --> a.flow:1:6
          |
        1 | if a {
          |      ^
        ...
        4 | }
          | ^ so

        """)
  }

  @Test
  func `the end of a file can be pointed to`() {
    #expect(render("ab", 2, 2).hasSuffix("1 | ab\n  |   ^\n"))
    #expect(render("", 0, 0).hasSuffix("1 |\n  | ^\n"))
    #expect(render("ab\n", 3, 3).hasSuffix("2 |\n  | ^\n"))
  }

  @Test(arguments: [0, 30, 500_000, 999_990, 1_000_000])
  func `a line of a megabyte is cut to a window around the caret`(_ offset: Int) {
    let text = String(repeating: "0123456789", count: 100_000)
    let lines = render(text, offset, min(offset + 5, 1_000_000)).split(separator: "\n")
    #expect(lines[3].count < 110)
    #expect(lines[1].hasSuffix("a.flow:1:\(offset + 1)"))
    let caret = Array(lines[4]).firstIndex(of: "^")!
    if offset < 1_000_000 {
      let column = Array(lines[3])[caret]
      #expect(column == "0", "the caret stands under the character")
    }
  }

  @Test
  func `a span longer than the window is cut with it`() {
    let lines = render(String(repeating: "变", count: 10_000), 0, 30_000).split(separator: "\n")
    #expect(lines[4].count { $0 == "^" } <= 100)
  }

  @Test
  func `control characters and invalid bytes become visible signs`() {
    let bytes: [UInt8] = [0x61, 0x00, 0x1B, 0xFF, 0xFE, 0xE4, 0xBD, 0x62, 0x0D, 0x0A]
    let source = SourceFile(name: "a\u{1B}.flow", bytes: bytes)
    let diagnostic = Diagnostic(
      code: "E0100", message: "a \u{7} bell", range: SourceRange(7, 8))
    #expect(
      DiagnosticRenderer(color: false).render(diagnostic, in: source) == """
        error[E0100]: a ␇ bell
         --> a␛.flow:1:7
          |
        1 | a␀␛\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}b
          |        ^

        """)
  }

  @Test
  func `colour adds sequences and nothing else`() {
    let colored = render("let x", 4, 5, label: "x", color: true)
    let plain = colored.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(colored != plain)
    #expect(plain == render("let x", 4, 5, label: "x"))
  }
}
