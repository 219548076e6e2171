/// A place in a file as people count: lines and characters from 1.
package struct SourcePosition: Hashable, Sendable {
  package var line: Int
  package var column: Int
}

extension SourceFile {
  /// The line and column of an offset; one past the end counts as the end.
  package func position(of offset: Int) -> SourcePosition {
    let offset = min(max(0, offset), bytes.count)
    let line = lines.line(at: offset)
    var column = 1
    for byte in bytes[Int(lines.starts[line])..<offset] where byte & 0xC0 != 0x80 { column += 1 }
    return SourcePosition(line: line + 1, column: column)
  }
}
