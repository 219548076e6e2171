import FlowRuntime
import Testing

@Suite("A search in a text") struct TextSearchTests {
  @Test func `finds what the standard library finds`() {
    let texts = Self.words(upTo: 8)
    for part in Self.words(upTo: 5) {
      for text in texts where TextSearch.contains(text, part) != text.contains(part) {
        Issue.record("\(part) in \(text)")
      }
    }
  }

  @Test(arguments: [
    ("abcabd", "abd", 0, 3..<6), ("aaaa", "aa", 0, 0..<2), ("aaaa", "aa", 2, 2..<4),
    ("aaaa", "aa", 3, nil), ("aabaaab", "aaab", 0, 3..<7), ("abc", "", 3, 3..<3),
    ("", "a", 0, nil), ("größe", "ö", 0, 2..<4),
  ])
  func `tells where a part first stands from an offset on`(
    _ text: String, _ part: String, _ start: Int, _ range: Range<Int>?
  ) {
    #expect(TextSearch(for: part).firstRange(in: Array(text.utf8), from: start) == range)
  }

  /// The part nearly fits at every place of the text.
  @Test func `finds a long part behind many that almost fit`() {
    let half = String(repeating: "a", count: 300_000)
    #expect(!TextSearch.contains(half + half, half + "b"))
    #expect(TextSearch.contains(half + half + "b", half + "b"))
  }

  /// All texts of two letters up to a length.
  private static func words(upTo length: Int) -> [String] {
    var words = [""]
    var longest = words
    for _ in 0..<length {
      longest = longest.flatMap { [$0 + "a", $0 + "b"] }
      words += longest
    }
    return words
  }
}
