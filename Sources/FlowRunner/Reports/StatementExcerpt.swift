import FlowDiagnostics
import FlowRuntime

/// A statement and its value, short enough for one line of a trace and safe to show.
enum StatementExcerpt {
  private static let textLimit = 72
  private static let answerLimit = 120

  /// The statement's text in one line: blanks and line ends drawn together, cut where it is long.
  static func text(of range: SourceRange, in source: SourceFile) -> String {
    // A long block is not decoded whole to show its beginning; the rest of its bytes is not needed.
    let window = SourceRange(range.start, min(range.end, range.start + textLimit * 8))
    let words = source.text(in: window).split(whereSeparator: \.isWhitespace)
    return cut(words.joined(separator: " "), to: textLimit)
  }

  /// What came back, as it would be written in a script; nil where nothing did.
  static func answer(_ value: Value) -> String? {
    if case .null = value { return nil }
    return cut(value.literalText, to: answerLimit)
  }

  private static func cut(_ text: String, to limit: Int) -> String {
    PrintableText.shown(text.count <= limit ? text : text.prefix(limit - 1) + "…")
  }
}
