import Testing

@testable import FlowDiagnostics

struct MessageTextTests {
  private static let long = String(repeating: "é", count: 1_000_000)

  @Test func `what people write is left as it is`() {
    let text = "`\(String(repeating: "a", count: 100))` is not known, " + "`dial` is"
    #expect(MessageText.shortened(text) == text)
  }

  @Test func `every quotation is cut, and what stands between is not`() {
    let cut = String(repeating: "é", count: 100) + "…"
    #expect(
      MessageText.shortened("`\(Self.long)` is no state; did you mean `\(Self.long)`?")
        == "`\(cut)` is no state; did you mean `\(cut)`?")
  }

  @Test(arguments: [long, "`" + long, String(repeating: "`a", count: 100_000)])
  func `a message is never long`(text: String) {
    #expect(MessageText.shortened(text).count <= 2001)
  }

  @Test func `messages, labels, notes and helps are cut`() {
    let range = SourceRange(0, 1)
    let diagnostic = Diagnostic(
      code: "E0100", message: Self.long, range: range, label: Self.long,
      notes: [.init(Self.long)], fixIts: [.init(Self.long, replace: range, with: "")])
    let source = SourceFile(name: "a.flow", text: "a")
    #expect(DiagnosticRenderer(color: false).render(diagnostic, in: source).count < 10_000)
  }
}
