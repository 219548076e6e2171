import Testing

@testable import LineEditor

@Suite struct PromptTextTests {
  @Test func `colors of a prompt take no room`() {
    let prompt = PromptText("\u{1b}[32mcallflow>\u{1b}[0m ")
    #expect(prompt.visibleText == "callflow> ")
    let fenced = String(String.UnicodeScalarView(prompt.fenced))
    #expect(fenced == "\u{1}\u{1b}[32m\u{1}callflow>\u{1}\u{1b}[0m\u{1} ")
  }

  @Test func `an unfinished sequence is still fenced`() {
    let prompt = PromptText("a\u{1b}[3")
    #expect(prompt.visibleText == "a")
    #expect(prompt.fenced.last == PromptText.fence)
  }
}
