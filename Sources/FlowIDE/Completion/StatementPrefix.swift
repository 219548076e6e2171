import FlowDiagnostics
import FlowSyntax

/// The statement before the cursor, up to the word that is being typed.
///
/// Read from the tokens, not from the tree: what is being typed is mostly not yet a statement.
struct StatementPrefix {
  struct Lexeme: Hashable {
    var kind: TokenKind
    var text: String
  }

  /// The statement's tokens before the word at the cursor.
  var lexemes: [Lexeme] = []
  /// The word at the cursor as far as it is typed; empty between words.
  var partial = ""
  /// From the word's start to the cursor.
  var range: SourceRange

  /// Nil where nothing can be completed: in a comment or inside a finished text.
  init?(of analysis: Analysis, at offset: Int) {
    let source = analysis.source
    range = SourceRange(offset, offset)
    var depth = 0
    for token in analysis.parse.tokens where token.kind != .endOfFile {
      let tokenRange = token.range
      // Blanks and comments reach up to the token, so the cursor may stand in them.
      if tokenRange.start >= offset { break }
      if endsStatement(before: token, in: source, depth: depth) { lexemes = [] }
      if tokenRange.end >= offset, Self.isCompletable(token, in: source) {
        range = SourceRange(tokenRange.start, offset)
        partial = source.text(in: range)
        break
      }
      if tokenRange.end > offset || tokenRange.end == offset && Self.endsText(token.kind) {
        return nil
      }
      depth = max(0, depth + Self.depthChange(token.kind))
      if Self.isSeparator(token.kind, depth: depth) {
        lexemes = []
      } else {
        lexemes.append(Lexeme(kind: token.kind, text: source.text(in: tokenRange)))
      }
    }
    guard partial.isEmpty else { return }
    let trivia = Self.triviaText(before: offset, in: analysis)
    let lastLine = trivia.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
    if lastLine.contains("#") { return nil }
    if trivia.contains("\n"), !isContinued(depth: depth) { lexemes = [] }
  }

  /// Whether a line end before a token is one between statements.
  private func endsStatement(before token: Token, in source: SourceFile, depth: Int) -> Bool {
    guard !isContinued(depth: depth) else { return false }
    let trivia = source.text(in: token.leadingTrivia)
    return trivia.contains("\n") && !trivia.contains("\\")
  }

  /// Whether a statement goes on behind a line end here.
  private func isContinued(depth: Int) -> Bool {
    if depth > 0 { return true }
    guard let last = lexemes.last else { return false }
    return last.kind == .arrow || last.kind == .comma || last.isOperator
  }

  private static func triviaText(before offset: Int, in analysis: Analysis) -> String {
    let end = analysis.parse.tokens.last { $0.range.end <= offset && !$0.range.isEmpty }
    return analysis.source.text(in: SourceRange(end?.range.end ?? 0, offset))
  }

  /// A token that can be gone on with at its end: a word, a number, an open text.
  private static func isCompletable(_ token: Token, in source: SourceFile) -> Bool {
    switch token.kind {
    case .name, .integer, .decimal, .duration, .dialString, .malformedNumber: true
    case .text, .rawText:
      token.range.count == 1
        || source.bytes[token.range.end - 1] != source.bytes[token.range.start]
    default: false
    }
  }

  /// A token behind whose last byte no word begins.
  private static func endsText(_ kind: TokenKind) -> Bool {
    kind == .text || kind == .rawText || kind == .textTail
  }

  private static func depthChange(_ kind: TokenKind) -> Int {
    switch kind {
    case .leftParenthesis, .leftBracket: 1
    case .rightParenthesis, .rightBracket: -1
    default: 0
    }
  }

  private static func isSeparator(_ kind: TokenKind, depth: Int) -> Bool {
    guard depth == 0 else { return false }
    return kind == .semicolon || kind == .leftBrace || kind == .rightBrace
  }
}

extension StatementPrefix.Lexeme {
  /// Whether a value ends with it.
  var endsOperand: Bool {
    switch kind {
    case .name: !Self.operatorWords.contains(text) && !Self.clauseWords.contains(text)
    case .integer, .decimal, .duration, .dialString, .malformedNumber, .text, .textTail, .rawText,
      .rightParenthesis, .rightBracket:
      true
    default: false
    }
  }

  /// Whether a value must follow it.
  var isOperator: Bool {
    switch kind {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .plus, .minus, .star,
      .slash, .percent, .coalesce, .assign, .ampersands, .bars, .exclamation:
      true
    case .name: Self.operatorWords.contains(text)
    default: false
    }
  }

  private static let operatorWords: Set = [
    "and", "contains", "endswith", "in", "is", "matches", "not", "or", "startswith",
  ]
  private static let clauseWords: Set = [
    "every", "for", "of", "timeout", "until", "where", "within",
  ]
}
