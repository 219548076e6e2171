/// A word that begins a statement in other languages, and the word that is meant here.
package struct ForeignWord: Hashable, Sendable {
  package let word: String
  package let meaning: String
  /// What a bare number behind it is measured in there; nil where it says nothing.
  package let unit: String?

  private init(_ word: String, _ meaning: String, unit: String? = nil) {
    self.word = word
    self.meaning = meaning
    self.unit = unit
  }

  /// The words that people try first.
  package static let all = [
    ForeignWord("assert", "expect"), ForeignWord("call", "dial"), ForeignWord("echo", "log"),
    ForeignWord("print", "log"), ForeignWord("println", "log"), ForeignWord("puts", "log"),
    ForeignWord("sleep", "wait", unit: "s"),
  ]

  /// The entry of a word; nil for one that is none of them.
  package static func entry(for word: String) -> ForeignWord? { all.first { $0.word == word } }
}
