package import FlowDiagnostics

/// Reads a script by recursive descent; it never fails, and every production stands above its
/// function as it stands in grammar.md.
///
/// The verbs: `parse…` builds a node, `accept` takes a token if it is there, `expect` reports one
/// that is not, `presume` takes one that the caller has seen. What was asked for at a place is
/// collected, so that a message can say what could have stood there.
package struct Parser {
  let source: SourceFile
  /// The source's bytes, kept here so that the lexer can look at them in place.
  let bytes: [UInt8]
  let commands: CommandTable
  var lexer = Lexer()
  var tokens: [Token] = []
  /// Of the current token.
  var index = 0
  var token: Token
  /// What the grammar sees at the current place: the token's kind, or the line end before it.
  var kind: TokenKind = .endOfFile
  /// Where the token before the current one ends.
  var previousEnd = 0

  /// Inside `(`, `[` and maps, where a line end is a blank.
  var ignoresLineEnds = false
  /// In the head of a block, where `{` opens the block and not a map.
  var bracesOpenBlocks = false
  /// In a condition, where `=` can only be meant as `==`.
  var isInCondition = false

  /// How many nested productions are being read.
  var depth = 0
  /// How many nodes stand above each other in the expression read last, at most.
  var height = 0

  var expected = ExpectedSet()
  var diagnostics: [Diagnostic] = []
  /// After an error until the statement's end: what follows from it is not reported.
  var isRecovering = false
  /// Whether the file is too deeply nested and its rest is left unread.
  var isAbandoned = false
  var isIncomplete = false

  /// Reads a whole file.
  package static func parse(_ source: SourceFile, commands: CommandTable) -> ParseResult {
    var parser = Parser(source, commands: commands)
    let script = parser.parseScript()
    return parser.result(of: script)
  }

  private init(_ source: SourceFile, commands: CommandTable) {
    self.source = source
    self.bytes = source.bytes
    self.commands = commands
    self.token = Token(kind: .endOfFile, flags: [], triviaStart: 0, start: 0, end: 0)
    tokens.reserveCapacity(source.bytes.count / 4 + 8)
    load()
  }

  /// Closes the parse: diagnostics in order, and whether more text could finish the script.
  private consuming func result(of script: Script) -> ParseResult {
    diagnostics += ByteCheck.diagnostics(of: source)
    diagnostics.sort { $0.range.start < $1.range.start }
    if source.text(in: token.leadingTrivia).hasOpenContinuation { isIncomplete = true }
    return ParseResult(
      script: script, tokens: tokens, diagnostics: diagnostics, isIncomplete: isIncomplete)
  }

  // script = statements
  private mutating func parseScript() -> Script {
    var statements: [Statement] = []
    parseStatements(into: &statements, until: .endOfFile)
    return Script(statements: statements)
  }
}

extension String {
  /// Whether the text's last line ends in a `\` that is in no comment.
  fileprivate var hasOpenContinuation: Bool {
    let blanks: [Character] = [" ", "\t", "\r", "\n", "\r\n"]
    guard let last = last(where: { !blanks.contains($0) }), last == "\\" else { return false }
    let line = split(whereSeparator: { $0.isNewline }).last { $0.contains("\\") } ?? ""
    return !line.contains("#")
  }
}
