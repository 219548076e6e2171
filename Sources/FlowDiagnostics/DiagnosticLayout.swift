/// Lays a diagnostic out: its message, its place, the line with the caret, notes and helps.
struct DiagnosticLayout {
  private let source: SourceFile
  private let columnLimit: Int
  private var text = StyledText()
  private var gutterWidth = 1

  /// The layout of one diagnostic of a file, its lines cut to about so many columns.
  static func layOut(
    _ diagnostic: Diagnostic, in source: SourceFile, columnLimit: Int
  ) -> StyledText {
    var layout = DiagnosticLayout(source: source, columnLimit: columnLimit)
    layout.append(diagnostic)
    return layout.text
  }

  private init(source: SourceFile, columnLimit: Int) {
    self.source = source
    self.columnLimit = columnLimit
  }

  private mutating func append(_ diagnostic: Diagnostic) {
    let ranges = [diagnostic.range] + diagnostic.notes.compactMap(\.range)
    gutterWidth = ranges.map { String(lastLine(of: $0) + 1).count }.max() ?? 1
    let severity: StyledText.Role
    switch diagnostic.severity {
    case .error:
      severity = .error
      text.append("error[\(diagnostic.code)]", severity)
    case .warning:
      severity = .warning
      text.append("warning[\(diagnostic.code)]", severity)
    }
    text.append(": \(diagnostic.message)", .message)
    text.endLine()
    appendPlace(diagnostic.range, caret: severity, label: diagnostic.label)
    for note in diagnostic.notes {
      text.append("note", .note)
      text.append(": \(note.message)", .source)
      text.endLine()
      if let range = note.range { appendPlace(range, caret: .note, label: nil) }
    }
    for fixIt in diagnostic.fixIts {
      text.append("help", .help)
      text.append(": \(fixIt.message)", .source)
      text.endLine()
    }
  }

  /// The place, and the lines where a range begins and ends, with carets.
  private mutating func appendPlace(
    _ range: SourceRange, caret: StyledText.Role, label: String?
  ) {
    let position = source.position(of: range.start)
    text.append(String(repeating: " ", count: gutterWidth) + "--> ", .place)
    text.append("\(source.name):\(position.line):\(position.column)", .source)
    text.endLine()
    appendGutter(nil)
    text.endLine()
    let first = position.line - 1
    let last = lastLine(of: range)
    let offsets = range.start..<max(range.start, range.end)
    appendLine(first, offsets, caret: caret, label: first == last ? label : nil)
    guard last > first else { return }
    if last > first + 1 {
      text.append("...", .gutter)
      text.endLine()
    }
    appendLine(last, offsets, caret: caret, label: label)
  }

  /// The line that holds the last character of a range, counted from 0.
  private func lastLine(of range: SourceRange) -> Int {
    let end = min(max(range.start, range.end - 1), source.bytes.count)
    return source.lines.line(at: end)
  }

  private mutating func appendLine(
    _ line: Int, _ offsets: Range<Int>, caret: StyledText.Role, label: String?
  ) {
    let excerpt = SourceExcerpt(of: source, line: line, offsets: offsets, limit: columnLimit)
    appendGutter(line + 1)
    if !excerpt.text.isEmpty { text.append(" " + excerpt.text, .source) }
    text.endLine()
    appendGutter(nil)
    let carets = String(repeating: "^", count: min(excerpt.width, columnLimit))
    text.append(String(repeating: " ", count: excerpt.indentation + 1), .source)
    text.append(carets, caret)
    if let label { text.append(" \(label)", caret) }
    text.endLine()
  }

  /// The line's number, or blanks, and the bar.
  private mutating func appendGutter(_ number: Int?) {
    let digits = number.map { String($0) } ?? ""
    let blanks = String(repeating: " ", count: max(0, gutterWidth - digits.count))
    text.append("\(blanks)\(digits) |", .gutter)
  }
}
