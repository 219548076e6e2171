/// What a token is; words of the language are names until the parser finds them in their place.
package enum TokenKind: UInt8, Hashable, Sendable, CaseIterable {
  case endOfFile
  /// The end of a line where it ends a statement; the parser sees it, no token list holds it.
  case lineEnd
  case name

  case integer
  case decimal
  case duration
  case dialString
  /// Digits that run into letters or a second point.
  case malformedNumber

  /// A whole `"…"` or `"""…"""` without `${}`.
  case text
  /// `"…${`.
  case textHead
  /// `}…${`.
  case textMiddle
  /// `}…"`.
  case textTail
  /// `'…'`.
  case rawText

  case leftParenthesis
  case rightParenthesis
  case leftBracket
  case rightBracket
  case leftBrace
  case rightBrace

  case comma
  case colon
  case semicolon
  case dot
  case question
  case arrow
  case assign

  case equal
  case notEqual
  case less
  case lessOrEqual
  case greater
  case greaterOrEqual
  case plus
  case minus
  case star
  case slash
  case percent
  case coalesce

  /// `&&`, `||`, `!`: of other languages, read as `and`, `or`, `not` once reported.
  case ampersands
  case bars
  case exclamation
  /// `//` and the rest of its line.
  case slashComment
  /// A space that is not the ASCII one.
  case wideSpace
  /// Bytes that belong to no token.
  case unknown

  /// The token as a message names it.
  var description: String {
    switch self {
    case .endOfFile: "the end of the file"
    case .lineEnd: "the end of the line"
    case .name: "a name"
    case .integer: "a number"
    case .decimal: "a decimal"
    case .duration: "a duration"
    case .dialString: "a dial string"
    case .malformedNumber: "a number"
    case .text, .textHead, .textMiddle, .textTail, .rawText: "a text"
    case .leftParenthesis: "`(`"
    case .rightParenthesis: "`)`"
    case .leftBracket: "`[`"
    case .rightBracket: "`]`"
    case .leftBrace: "`{`"
    case .rightBrace: "`}`"
    case .comma: "`,`"
    case .colon: "`:`"
    case .semicolon: "`;`"
    case .dot: "`.`"
    case .question: "`?`"
    case .arrow: "`->`"
    case .assign: "`=`"
    case .equal: "`==`"
    case .notEqual: "`!=`"
    case .less: "`<`"
    case .lessOrEqual: "`<=`"
    case .greater: "`>`"
    case .greaterOrEqual: "`>=`"
    case .plus: "`+`"
    case .minus: "`-`"
    case .star: "`*`"
    case .slash: "`/`"
    case .percent: "`%`"
    case .coalesce: "`??`"
    case .ampersands: "`&&`"
    case .bars: "`||`"
    case .exclamation: "`!`"
    case .slashComment: "a comment"
    case .wideSpace: "a space"
    case .unknown: "an unknown character"
    }
  }
}
