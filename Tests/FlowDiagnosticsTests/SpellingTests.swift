import Testing

@testable import FlowDiagnostics

struct SpellingTests {
  private let verbs = ["agent", "dial", "hangup", "hold", "park", "transfer", "unhold"]

  @Test(arguments: [
    ("dail", "dial"), ("hangupp", "hangup"), ("hnagup", "hangup"), ("transfre", "transfer"),
    ("DIAL", "dial"), ("unholt", "unhold"), ("prak", "park"),
  ])
  func `a misspelled word has a neighbour`(_ word: String, _ meant: String) {
    #expect(Spelling.closest(to: word, among: verbs) == meant)
  }

  @Test(arguments: ["", "x", "zzzz", "telephone", String(repeating: "dial", count: 100)])
  func `a word that resembles none has no neighbour`(_ word: String) {
    #expect(Spelling.closest(to: word, among: verbs) == nil)
  }

  @Test
  func `a word is not its own neighbour`() {
    #expect(Spelling.closest(to: "dial", among: ["dial"]) == nil)
  }

  @Test(arguments: [("ab", "ba", 1), ("abc", "abc", 0), ("", "abc", 3), ("kitten", "sitting", 3)])
  func `the distance counts changes and swaps`(_ first: String, _ second: String, _ changes: Int) {
    let distance = Spelling.distance(Array(first.unicodeScalars), Array(second.unicodeScalars))
    #expect(distance == changes)
  }
}
