/// What could have stood at a place, as the parser asked for it.
struct ExpectedSet {
  private var kinds: UInt64 = 0
  private var keywords: [Keyword] = []
  private var words: [String] = []
  private var hasWords = false
  private var phrases: [String] = []

  /// Notes that a token of a kind could stand here.
  mutating func insert(_ kind: TokenKind) {
    kinds |= 1 << UInt64(kind.rawValue)
  }

  /// Notes that a word of the language could stand here.
  mutating func insert(_ keyword: Keyword) {
    hasWords = true
    if !keywords.contains(keyword) { keywords.append(keyword) }
  }

  /// Notes that a word could stand here.
  mutating func insert(word: String) {
    hasWords = true
    if !words.contains(word) { words.append(word) }
  }

  /// Notes what a message calls by more than one word, such as `a value`.
  mutating func insert(phrase: String) {
    hasWords = true
    if !phrases.contains(phrase) { phrases.append(phrase) }
  }

  /// Forgets everything, for the next place.
  mutating func removeAll() {
    kinds = 0
    guard hasWords else { return }
    keywords.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    phrases.removeAll(keepingCapacity: true)
    hasWords = false
  }

  /// The words alone, for `did you mean`.
  var allWords: [String] { keywords.map(\.rawValue) + words }

  /// Everything as a message names it: words first, line ends last.
  var descriptions: [String] {
    var all = allWords.map { "`\($0)`" } + phrases
    for kind in TokenKind.allCases where kind != .lineEnd && kinds & 1 << UInt64(kind.rawValue) != 0
    {
      all.append(kind.description)
    }
    if kinds & 1 << UInt64(TokenKind.lineEnd.rawValue) != 0 {
      all.append("the end of the statement")
    }
    return all
  }
}
