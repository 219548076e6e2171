import FlowDiagnostics
import YAMLReading

extension SourceFile {
  /// From where a text stands to its end on that line; what is no such text is one character.
  func extent(of text: String?, at place: FilePlace) -> SourceRange {
    let start = offset(of: place)
    guard let text, !text.isEmpty, start < bytes.count else {
      return SourceRange(start, min(start + 1, bytes.count))
    }
    let quote = bytes[start]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let rest = bytes[(start + 1)...].prefix { $0 != quote && $0 != UInt8(ascii: "\n") }
      return SourceRange(start, min(rest.endIndex + 1, bytes.count))
    }
    let isThere = bytes[start...].starts(with: text.utf8)
    return SourceRange(start, isThere ? start + text.utf8.count : start + 1)
  }

  /// Columns count characters, offsets bytes.
  private func offset(of place: FilePlace) -> Int {
    // The end of a file that lacks its last line feed counts as the line behind.
    guard place.line <= lines.starts.count else { return bytes.count }
    var offset = Int(lines.starts[max(0, place.line - 1)])
    var column = 1
    while column < place.column, offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      column += 1
    }
    return offset
  }
}
