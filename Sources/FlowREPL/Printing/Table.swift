import FlowRuntime
import LineEditor

/// Records side by side: a column for every member that says something, as many as fit.
struct Table {
  private static let widestCell = 28
  private static let gap = 2

  let text: String

  init(_ maps: [MapValue], columns: Int) {
    var names: [String] = []
    for map in maps {
      for member in map.members
      where !ValuePrinter.isEmpty(member.value) && !names.contains(member.name) {
        names.append(member.name)
      }
    }
    let cells = names.map { name in
      [name] + maps.map { Self.cell($0[name]) }
    }
    let widths = cells.map { column in column.map { TextWidth.columns(of: $0) }.max() ?? 0 }
    let shown = Self.count(of: widths, fitting: columns)
    var lines = (0...maps.count).map { row in
      let line = (0..<shown).map { Self.padded(cells[$0][row], to: widths[$0]) }
        .joined(separator: ValuePrinter.blanks(Self.gap))
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
    if shown < names.count {
      lines.append("(\(names.count - shown) more: \(names[shown...].joined(separator: ", ")))")
    }
    text = lines.joined(separator: "\n")
  }

  private static func count(of widths: [Int], fitting columns: Int) -> Int {
    var used = 0
    for (index, width) in widths.enumerated() {
      used += width + (index > 0 ? gap : 0)
      // One column is shown whatever its width.
      if used > columns && index > 0 { return index }
    }
    return widths.count
  }

  private static func cell(_ value: Value?) -> String {
    let text = value.map(\.displayText) ?? ""
    guard TextWidth.columns(of: text) > widestCell else { return text }
    return TextWidth.prefix(of: text, columns: widestCell - 1) + "…"
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + ValuePrinter.blanks(width - TextWidth.columns(of: text))
  }
}
