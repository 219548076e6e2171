package import FlowDiagnostics

/// A word of a file with the blanks and comments before it; all tokens together are the whole file.
package struct Token: Hashable, Sendable {
  /// What is remarkable about how a token is written.
  struct Flags: OptionSet, Hashable, Sendable {
    let rawValue: UInt8
    /// A line ended before it, with no `\` to join the lines.
    static let startsLine = Flags(rawValue: 1)
    /// The file or line ended before the closing quote.
    static let isUnterminated = Flags(rawValue: 2)
    /// A full-width or typographic character stands for the plain one.
    static let isLookalike = Flags(rawValue: 4)
  }

  package var kind: TokenKind
  /// The word of the language that a name spells, if it spells one.
  var keyword: Keyword?
  var flags: Flags
  private var triviaStart: UInt32
  private var start: UInt32
  private var end: UInt32

  init(
    kind: TokenKind, keyword: Keyword? = nil, flags: Flags, triviaStart: Int, start: Int, end: Int
  ) {
    self.kind = kind
    self.keyword = keyword
    self.flags = flags
    self.triviaStart = UInt32(truncatingIfNeeded: triviaStart)
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: end)
  }

  /// The token itself.
  package var range: SourceRange { SourceRange(Int(start), Int(end)) }
  /// The blanks, line ends and comments between the token before and this one.
  package var leadingTrivia: SourceRange { SourceRange(Int(triviaStart), Int(start)) }
}
