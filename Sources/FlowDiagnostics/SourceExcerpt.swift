/// One line of a file as it is shown, and where a range of it stands in columns.
struct SourceExcerpt {
  /// The line, cut to a window around the range where it is long, with tabs as blanks.
  let text: String
  /// Columns before the range.
  let indentation: Int
  /// Columns of the range, at least one.
  let width: Int

  private struct Cell {
    var text: String
    var columns: Int
    var offset: Int
  }

  private static let ellipsis = "…"
  private static let tabWidth = 4

  /// The line that holds `offsets`, at most about `limit` columns of it; the range is cut to it.
  init(of source: SourceFile, line: Int, offsets: Range<Int>, limit: Int) {
    let bounds = Self.bounds(of: source, line: line)
    let start = min(max(offsets.lowerBound, bounds.lowerBound), bounds.upperBound)
    let end = min(max(offsets.upperBound, start), bounds.upperBound)
    // Four bytes a character at most, so this many bytes hold every column that can be shown.
    let reach = limit * 4
    let first = max(bounds.lowerBound, Self.boundary(in: source, before: start - reach))
    let last = min(bounds.upperBound, start + reach * 2)
    var cells = Self.cells(of: source, from: first, to: last)
    let isCutBefore = Self.trimFront(&cells, to: start, limit: limit) || first > bounds.lowerBound
    let isCutBehind = Self.trimBack(&cells, limit: limit) || last < bounds.upperBound

    let before = cells.prefix { $0.offset < start }.reduce(0) { $0 + $1.columns }
    let inside = cells.filter { $0.offset >= start && $0.offset < end }
    text =
      (isCutBefore ? Self.ellipsis : "") + cells.map(\.text).joined()
      + (isCutBehind ? Self.ellipsis : "")
    indentation = before + (isCutBefore ? 1 : 0)
    width = max(1, inside.reduce(0) { $0 + $1.columns })
  }

  /// The offsets of a line without its line end.
  static func bounds(of source: SourceFile, line: Int) -> Range<Int> {
    let start = Int(source.lines.starts[line])
    var end =
      line + 1 < source.lines.starts.count
      ? Int(source.lines.starts[line + 1]) - 1 : source.bytes.count
    if end > start, source.bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  /// The last offset up to `offset` where a character begins.
  private static func boundary(in source: SourceFile, before offset: Int) -> Int {
    var offset = max(0, offset)
    var steps = 0
    while offset > 0, steps < 3, source.bytes[offset] & 0xC0 == 0x80 {
      offset -= 1
      steps += 1
    }
    return offset
  }

  /// The characters between two offsets; what is no valid UTF-8 as the replacement character.
  private static func cells(of source: SourceFile, from first: Int, to last: Int) -> [Cell] {
    let bytes = source.bytes
    var cells: [Cell] = []
    var offset = first
    var column = 0
    while offset < last {
      let cell: Cell
      let character = UTF8Decoding.scalar(at: offset, in: bytes.span)
      switch character?.scalar {
      case nil:
        cell = Cell(text: "\u{FFFD}", columns: 1, offset: offset)
      case "\t"?:
        let blanks = tabWidth - column % tabWidth
        cell = Cell(text: String(repeating: " ", count: blanks), columns: blanks, offset: offset)
      case let scalar?:
        let text = PrintableText.shown(scalar)
        cell = Cell(text: text, columns: PrintableText.columns(of: text), offset: offset)
      }
      cells.append(cell)
      column += cell.columns
      offset += character?.length ?? 1
    }
    return cells
  }

  /// Takes cells off the front until at most two thirds of the window stand before the range.
  private static func trimFront(_ cells: inout [Cell], to start: Int, limit: Int) -> Bool {
    let total = cells.reduce(0) { $0 + $1.columns }
    guard total > limit else { return false }
    var before = cells.prefix { $0.offset < start }.reduce(0) { $0 + $1.columns }
    var dropped = 0
    // Keep what stands behind the range in sight if the line ends soon.
    let behind = total - before
    let room = max(limit * 2 / 3, limit - behind)
    while before > room, dropped < cells.count {
      before -= cells[dropped].columns
      dropped += 1
    }
    cells.removeFirst(dropped)
    return dropped > 0
  }

  /// Takes cells off the end until the rest fits the window.
  private static func trimBack(_ cells: inout [Cell], limit: Int) -> Bool {
    var total = 0
    for (index, cell) in cells.enumerated() {
      total += cell.columns
      if total > limit {
        cells.removeSubrange(index...)
        return true
      }
    }
    return false
  }
}
