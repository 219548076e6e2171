/// The text of one script and the name it is shown under; shared, never changed.
package final class SourceFile: Sendable {
  /// The path as the user gave it, or a stand-in such as `<command line>`.
  package let name: String
  /// The text's bytes, which need not be valid UTF-8.
  package let bytes: [UInt8]
  package let lines: LineTable

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    self.lines = LineTable(bytes)
  }

  package convenience init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The text of a range; bytes that are not UTF-8 become U+FFFD.
  package func text(in range: SourceRange) -> String {
    String(decoding: bytes[range.start..<range.end], as: UTF8.self)
  }
}
