/// Text in pieces, each with what it is; how that looks is the decorator's business.
struct StyledText {
  /// What a piece of a diagnostic is.
  enum Role: Hashable {
    case error
    case warning
    case message
    case place
    case gutter
    case source
    case note
    case help
  }

  /// A run of text in one role.
  struct Piece: Hashable {
    var text: String
    var role: Role
  }

  private(set) var pieces: [Piece] = []

  /// Adds a piece; control characters in it become visible.
  mutating func append(_ text: String, _ role: Role) {
    pieces.append(Piece(text: PrintableText.shown(text), role: role))
  }

  /// Ends the line.
  mutating func endLine() {
    pieces.append(Piece(text: "\n", role: .source))
  }
}

/// Turns styled text into what is written out.
enum TextDecorator {
  case plain
  case ansi

  /// The text, with escape sequences around the pieces where they are wanted.
  func decorate(_ text: StyledText) -> String {
    switch self {
    case .plain: text.pieces.map(\.text).joined()
    case .ansi: text.pieces.map(Self.ansi).joined()
    }
  }

  private static func ansi(_ piece: StyledText.Piece) -> String {
    guard let code = ansiCode(of: piece.role), piece.text != "\n" else { return piece.text }
    return "\u{1B}[\(code)m\(piece.text)\u{1B}[0m"
  }

  private static func ansiCode(of role: StyledText.Role) -> String? {
    switch role {
    case .error: "1;31"
    case .warning: "1;33"
    case .message: "1"
    case .place, .gutter: "34"
    case .source: nil
    case .note: "1;36"
    case .help: "1;32"
    }
  }
}
