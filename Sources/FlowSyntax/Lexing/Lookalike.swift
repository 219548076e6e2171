/// Full-width and typographic characters that people type for plain ones, and what is meant.
enum Lookalike {
  /// The plain text that a character stands for and the token that it makes.
  static func meaning(of scalar: Unicode.Scalar) -> (text: String, kind: TokenKind)? {
    switch scalar {
    case "，", "、": (",", .comma)
    case "；": (";", .semicolon)
    case "：": (":", .colon)
    case "（": ("(", .leftParenthesis)
    case "）": (")", .rightParenthesis)
    case "［", "【": ("[", .leftBracket)
    case "］", "】": ("]", .rightBracket)
    case "｛": ("{", .leftBrace)
    case "｝": ("}", .rightBrace)
    case "。", "．": (".", .dot)
    case "→", "⟶", "➔": ("->", .arrow)
    case "＝": ("=", .assign)
    case "＋": ("+", .plus)
    case "－", "−", "–", "—": ("-", .minus)
    case "＊", "×": ("*", .star)
    case "／", "÷": ("/", .slash)
    case "％": ("%", .percent)
    case "＜", "〈", "《": ("<", .less)
    case "＞", "〉", "》": (">", .greater)
    case "≠": ("!=", .notEqual)
    case "≤": ("<=", .lessOrEqual)
    case "≥": (">=", .greaterOrEqual)
    case "！": ("not", .exclamation)
    case "？": ("?", .question)
    default: nil
    }
  }

  /// Whether a character opens a text in print: `“`, `‘`, `「`, `«`.
  static func opensText(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "“", "”", "„", "「", "『", "«", "＂", "‘", "’": true
    default: false
    }
  }

  /// Whether a character closes a text in print.
  static func closesText(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "”", "“", "」", "』", "»", "＂", "’", "‘": true
    default: false
    }
  }

  /// Whether a character is blank without being the ASCII space.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{00A0}", "\u{3000}", "\u{2000}"..."\u{200D}", "\u{202F}", "\u{FEFF}", "\u{2028}",
      "\u{2029}", "\u{0085}":
      true
    default: false
    }
  }

  /// Whether a character is a full-width digit, which would pass for a part of a name.
  static func isLookalike(_ scalar: Unicode.Scalar) -> Bool {
    scalar >= "０" && scalar <= "９"
  }
}
