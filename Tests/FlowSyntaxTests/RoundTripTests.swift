import FlowDiagnostics
import Testing

@testable import FlowSyntax

struct RoundTripTests {
  /// Trivia and tokens are adjacent, in order, and cover the whole file.
  private func check(_ bytes: [UInt8]) {
    let result = Corpus.parse(bytes)
    var position = 0
    for token in result.tokens {
      guard token.leadingTrivia.start == position, token.leadingTrivia.end == token.range.start
      else {
        Issue.record("a gap at \(position) in \(String(decoding: bytes, as: UTF8.self))")
        return
      }
      position = token.range.end
    }
    #expect(position == bytes.count)
    #expect(result.tokens.last?.kind == .endOfFile)
    for diagnostic in result.diagnostics {
      let ranges =
        [diagnostic.range] + diagnostic.notes.compactMap(\.range) + diagnostic.fixIts.map(\.range)
      #expect(ranges.allSatisfy { $0.start <= $0.end && $0.end <= bytes.count })
    }
  }

  @Test(arguments: Corpus.valid)
  func `a valid script has no diagnostics`(_ text: String) {
    #expect(Corpus.parse(text).diagnostics.map(\.message) == [])
    #expect(!Corpus.parse(text).isIncomplete)
  }

  @Test(arguments: Corpus.invalid)
  func `an invalid script has diagnostics`(_ text: String) {
    #expect(!Corpus.parse(text).diagnostics.isEmpty)
  }

  @Test(arguments: Corpus.all)
  func `tokens and trivia give back every prefix of a script`(_ text: String) {
    let bytes = Array(text.utf8)
    for count in 0...bytes.count { check(Array(bytes[..<count])) }
  }

  @Test(arguments: Corpus.all)
  func `a script without one of its tokens still parses`(_ text: String) {
    let bytes = Array(text.utf8)
    for token in Corpus.parse(bytes).tokens where !token.range.isEmpty {
      check(Array(bytes[..<token.range.start]) + Array(bytes[token.range.end...]))
    }
  }
}
