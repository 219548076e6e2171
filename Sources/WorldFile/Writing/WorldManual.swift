import PBXModel

/// The keys of world files in Markdown.
enum WorldManual {
  /// A table of the whole file, and one for each key whose value has keys itself.
  static func text(of rows: [FieldRow]) -> String {
    table(rows) + rows.map { section($0, path: $0.key) }.joined()
  }

  private static func section(_ row: FieldRow, path: String) -> String {
    if row.rows.isEmpty { return "" }
    let inner = row.rows.map { section($0, path: "\(path)` → `\($0.key)") }.joined()
    return "\n### `\(path)`\n\n\(row.documentation).\n" + table(row.rows) + inner
  }

  private static func table(_ rows: [FieldRow]) -> String {
    "\n| key | value | default | meaning |\n|---|---|---|---|\n"
      + rows.map { row in
        let form = row.rows.isEmpty ? row.form : "see below"
        return "| `\(row.key)` | \(form) | \(standard(of: row)) | \(row.documentation). |\n"
      }.joined()
  }

  private static func standard(of row: FieldRow) -> String {
    guard let standard = row.standard else { return row.isRequired ? "required" : "derived" }
    switch standard {
    case .string(""): return "none"
    case .array(let elements) where elements.isEmpty: return "none"
    case .object: return row.rows.isEmpty ? "none" : "the defaults below"
    default: return "`\(YAMLWriter.scalar(standard))`"
    }
  }
}
