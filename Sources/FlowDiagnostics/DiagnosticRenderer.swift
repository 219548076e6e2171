/// Shows a diagnostic with the line that it is about, plain or in colour.
///
/// What it writes never moves the cursor, whatever the file holds: control characters, invalid
/// UTF-8 and characters that turn the writing direction become visible signs. A long line is cut to
/// a window around the caret. Nothing but line ends and, in colour, ANSI sequences is added.
package struct DiagnosticRenderer: Sendable {
  private let color: Bool
  private let columnLimit: Int

  /// A renderer; source lines longer than `columnLimit` columns are cut.
  package init(color: Bool, columnLimit: Int = 100) {
    self.color = color
    self.columnLimit = max(20, columnLimit)
  }

  /// The diagnostic as lines, each ended by a line feed.
  package func render(_ diagnostic: Diagnostic, in source: SourceFile) -> String {
    let text = DiagnosticLayout.layOut(diagnostic, in: source, columnLimit: columnLimit)
    return (color ? TextDecorator.ansi : .plain).decorate(text)
  }

  /// Several diagnostics, an empty line between them; the first so many, and how many more there
  /// are.
  package func render(
    _ diagnostics: [Diagnostic], in source: SourceFile, limit: Int = .max
  ) -> String {
    var parts = diagnostics.prefix(limit).map { render($0, in: source) }
    let hiddenCount = diagnostics.count - parts.count
    if hiddenCount > 0 { parts.append("… and \(hiddenCount) more in \(source.name)\n") }
    return parts.joined(separator: "\n")
  }
}
