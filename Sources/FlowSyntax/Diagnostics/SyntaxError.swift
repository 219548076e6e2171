import FlowDiagnostics

/// What can be wrong with a script's text: the catalogue of codes and wording of lexer and parser.
enum SyntaxError {
  case unexpected(found: String, expected: [String], after: String?)
  case unknownCommand(String)
  case unterminatedText(String)
  case missingArrow(after: String)
  case unclosed(String)
  case strayCloser(String)
  case invalidUTF8(UInt8)
  case controlCharacter(UInt8)
  case unknownCharacter(String)
  case lookalike(String, meaning: String)
  case wideSpace
  case badEscape(String)
  case malformedNumber(String)
  case integerTooLarge(String)
  case durationTooLong(String)
  case assignmentInCondition
  case foreignComment
  case foreignOperator(String, instead: String)
  case foreignElse(String)
  case elseWithoutIf
  case notAssignable
  case tooDeep(Int)
  case tooManyOperators(Int)
  case repeatedOption(String)
  case unknownState(String, known: [String])
  case chainedComparison
  case emptyInterpolation

  /// Which of the codes it has.
  var kind: SyntaxErrorKind {
    switch self {
    case .unexpected: .unexpected
    case .unknownCommand: .unknownCommand
    case .unterminatedText: .unterminatedText
    case .missingArrow: .missingArrow
    case .unclosed: .unclosed
    case .strayCloser: .strayCloser
    case .invalidUTF8: .invalidUTF8
    case .controlCharacter: .controlCharacter
    case .unknownCharacter: .unknownCharacter
    case .lookalike, .wideSpace: .lookalike
    case .badEscape: .badEscape
    case .malformedNumber: .malformedNumber
    case .integerTooLarge: .integerTooLarge
    case .durationTooLong: .durationTooLong
    case .assignmentInCondition: .assignmentInCondition
    case .foreignComment: .foreignComment
    case .foreignOperator: .foreignOperator
    case .foreignElse: .foreignElse
    case .elseWithoutIf: .elseWithoutIf
    case .notAssignable: .notAssignable
    case .tooDeep, .tooManyOperators: .tooDeep
    case .repeatedOption: .repeatedOption
    case .unknownState: .unknownState
    case .chainedComparison: .chainedComparison
    case .emptyInterpolation: .emptyInterpolation
    }
  }

  /// What is wrong, as the message says it.
  var message: String {
    switch self {
    case .unexpected(let found, let expected, let after):
      Self.unexpected(found: found, expected: expected, after: after)
    case .unknownCommand(let name): "unknown command `\(name)`"
    case .unterminatedText(let quote): "this text is not closed by `\(quote)`"
    case .missingArrow(let after): "`->` is missing after `\(after)`"
    case .unclosed(let opener): "`\(opener)` is not closed"
    case .strayCloser(let closer): "`\(closer)` closes nothing"
    case .invalidUTF8(let byte): "the byte 0x\(Self.hex(byte)) is not valid UTF-8"
    case .controlCharacter(let byte):
      byte == 0
        ? "a NUL byte cannot stand in a script"
        : "the control character 0x\(Self.hex(byte)) cannot stand in a script"
    case .unknownCharacter(let text): "`\(text)` has no meaning here"
    case .lookalike(let text, let meaning): "`\(text)` is not `\(meaning)`"
    case .wideSpace: "this is not the ordinary space"
    case .badEscape(let text): "`\(text)` is no escape"
    case .malformedNumber(let text): "`\(text)` is neither a number nor a duration nor a name"
    case .integerTooLarge(let text): "`-\(text)` is too large for a number"
    case .durationTooLong(let text): "`\(text)` is too long for a duration"
    case .assignmentInCondition: "`=` sets a variable; a condition compares with `==`"
    case .foreignComment: "a comment begins with `#`"
    case .foreignOperator(let symbol, let word): "`\(symbol)` is written `\(word)`"
    case .foreignElse(let word): "`\(word)` is written `else if`"
    case .elseWithoutIf: "`else` follows no `if`"
    case .notAssignable: "only a variable can be set with `=`"
    case .tooDeep(let limit): "this is nested more than \(limit) levels deep"
    case .tooManyOperators(let limit): "this expression has more than \(limit) operators"
    case .repeatedOption(let word): "`\(word)` is given twice"
    case .unknownState(let name, let known):
      "`\(name)` is no state; expected \(Self.alternatives(known.map { "`\($0)`" }))"
    case .chainedComparison: "comparisons cannot be chained"
    case .emptyInterpolation: "`${}` holds no expression"
    }
  }

  /// What stands behind the caret.
  var label: String? {
    switch self {
    case .badEscape: "write `\\n`, `\\t`, `\\\\`, `\\\"`, `\\$` or `\\u{4f60}`"
    case .chainedComparison: "join two comparisons with `and`"
    case .unterminatedText("\""): "a text ends on its line; a longer one stands between `\"\"\"`"
    case .tooDeep, .tooManyOperators: "nothing is read from here on; take parts out with `let`"
    case .malformedNumber(let text):
      text.hasSuffix("s") && text.contains(".")
        ? "a duration has whole numbers: `1s500ms`"
        : text.contains(".")
          ? "an address or a version is a text: `\"\(text)\"`"
          : "units are `ms`, `s`, `m` and `h`; a name begins with a letter"
    case .unknownCommand: "not a command, and no operator follows"
    default: nil
    }
  }

  /// The diagnostic at a place.
  func diagnostic(
    at range: SourceRange, notes: [Diagnostic.Note] = [], fixIts: [Diagnostic.FixIt] = []
  ) -> Diagnostic {
    Diagnostic(
      code: kind.rawValue, message: message, range: range, label: label, notes: notes,
      fixIts: fixIts)
  }

  /// A note that points to the opening of what is not closed.
  static func openedHere(_ text: String, at range: SourceRange) -> Diagnostic.Note {
    Diagnostic.Note("`\(text)` opens here", at: range)
  }

  /// The fix that replaces a word by one that is spelled alike.
  static func spelling(_ word: String, at range: SourceRange) -> Diagnostic.FixIt {
    Diagnostic.FixIt("did you mean `\(word)`?", replace: range, with: word)
  }

  /// The fix that replaces what is written by what is meant.
  static func replacement(of range: SourceRange, with text: String) -> Diagnostic.FixIt {
    Diagnostic.FixIt(
      text == " " ? "write an ordinary space" : "write `\(text.trimmed)`", replace: range,
      with: text)
  }

  /// The fix that puts what is missing before a token.
  static func insertion(_ text: String, at offset: Int) -> Diagnostic.FixIt {
    Diagnostic.FixIt(
      "write `\(text)` here", replace: SourceRange(offset, offset), with: "\(text) ")
  }

  private static func unexpected(found: String, expected: [String], after: String?) -> String {
    let place = after.map { " after `\($0)`" } ?? ""
    guard !expected.isEmpty else { return "unexpected \(found)\(place)" }
    return "expected \(alternatives(expected))\(place), found \(found)"
  }

  /// `a, b or c`.
  private static func alternatives(_ words: [String]) -> String {
    guard let last = words.last else { return "" }
    let others = words.dropLast().joined(separator: ", ")
    return others.isEmpty ? last : "\(others) or \(last)"
  }

  private static func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "0\(digits)" : digits
  }
}

extension String {
  /// The text without the blank that may end it.
  fileprivate var trimmed: String { hasSuffix(" ") ? String(dropLast()) : self }
}
