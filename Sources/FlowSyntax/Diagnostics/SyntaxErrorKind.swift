package import FlowDiagnostics

/// The codes of lexer and parser; a code keeps its meaning for good, a new error takes a new one.
enum SyntaxErrorKind: String, CaseIterable {
  case unexpected = "E0101"
  case unknownCommand = "E0102"
  case unterminatedText = "E0103"
  case missingArrow = "E0104"
  case unclosed = "E0105"
  case strayCloser = "E0106"
  case invalidUTF8 = "E0107"
  case controlCharacter = "E0108"
  case unknownCharacter = "E0109"
  case lookalike = "E0110"
  case badEscape = "E0111"
  case malformedNumber = "E0112"
  case integerTooLarge = "E0113"
  case durationTooLong = "E0114"
  case assignmentInCondition = "E0115"
  case foreignComment = "E0116"
  case foreignOperator = "E0117"
  case foreignElse = "E0118"
  case elseWithoutIf = "E0119"
  case notAssignable = "E0120"
  case tooDeep = "E0121"
  case repeatedOption = "E0122"
  case unknownState = "E0123"
  case chainedComparison = "E0124"
  case emptyInterpolation = "E0125"

  /// What the code stands for, in one sentence.
  var explanation: String {
    switch self {
    case .unexpected:
      "Something stands where something else has to stand; the message lists what could."
    case .unknownCommand:
      "A statement begins with a word that is no command and no value with an operator."
    case .unterminatedText:
      "A text is not closed: `\"` and `'` end on their line, a block before the end of the file."
    case .missingArrow:
      "A command needs `->` between who acts and whom it concerns."
    case .unclosed:
      "A bracket or a block is still open at the end of the file."
    case .strayCloser:
      "A `}` closes a block that was never opened."
    case .invalidUTF8:
      "The file holds bytes that are not valid UTF-8."
    case .controlCharacter:
      "The file holds a NUL byte or another control character."
    case .unknownCharacter:
      "A character has no meaning outside of texts and comments."
    case .lookalike:
      "A full-width or typographic character stands where the plain one has to."
    case .badEscape:
      "A `\\` in a text is followed by something that is no escape."
    case .malformedNumber:
      "Digits run into letters or points and are no number, duration or dial string."
    case .integerTooLarge:
      "A number does not fit 64 bits."
    case .durationTooLong:
      "A duration does not fit 64 bits of nanoseconds, some 292 years."
    case .assignmentInCondition:
      "A condition holds `=`, which sets a variable, in place of `==`."
    case .foreignComment:
      "A comment begins with `//` in place of `#`."
    case .foreignOperator:
      "`&&`, `||` and `!` are written `and`, `or` and `not`."
    case .foreignElse:
      "`elif`, `elseif` and `elsif` are written `else if`."
    case .elseWithoutIf:
      "An `else` does not follow the block of an `if`."
    case .notAssignable:
      "Something other than a variable stands before `=`."
    case .tooDeep:
      "Brackets, blocks or operators nest too deeply, and the rest of the file is not read."
    case .repeatedOption:
      "An option of a command is given twice."
    case .unknownState:
      "The word behind `is` is no state of a call or an extension."
    case .chainedComparison:
      "Two comparisons are chained, as in `a < b < c`."
    case .emptyInterpolation:
      "A `${}` in a text holds no expression."
    }
  }
}

/// What the reading of a script can find wrong.
package enum SyntaxDiagnostics {
  /// Every code of lexer and parser, in order.
  package static let codes = SyntaxErrorKind.allCases.map {
    DiagnosticCode($0.rawValue, $0.explanation)
  }
}
