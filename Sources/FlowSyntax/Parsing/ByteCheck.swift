import FlowDiagnostics

/// Finds bytes that no script holds: invalid UTF-8 and control characters, wherever they stand.
enum ByteCheck {
  /// How many are reported; a file of another kind has no end of them.
  private static let limit = 10

  /// One diagnostic for each stretch of such bytes.
  static func diagnostics(of source: SourceFile) -> [Diagnostic] {
    let contents = source.bytes
    let bytes = contents.span
    var diagnostics: [Diagnostic] = []
    var offset = 0
    while offset < bytes.count, diagnostics.count < limit {
      let byte = bytes[offset]
      if byte >= 0x20, byte < 0x7F {
        offset += 1
      } else if byte >= 0x80 {
        if let wide = UTF8Decoding.scalar(at: offset, in: bytes) {
          offset += wide.length
        } else {
          let start = offset
          offset = endOfInvalid(from: offset, in: bytes)
          diagnostics.append(
            SyntaxError.invalidUTF8(byte).diagnostic(at: SourceRange(start, offset)))
        }
      } else if isLayout(byte) {
        offset += 1
      } else {
        let start = offset
        while offset < bytes.count, bytes[offset] == byte { offset += 1 }
        diagnostics.append(
          SyntaxError.controlCharacter(byte).diagnostic(at: SourceRange(start, offset)))
      }
    }
    return diagnostics
  }

  private static func isLayout(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }

  private static func endOfInvalid(from start: Int, in bytes: Span<UInt8>) -> Int {
    var offset = start + 1
    while offset < bytes.count, bytes[offset] >= 0x80,
      UTF8Decoding.scalar(at: offset, in: bytes) == nil
    {
      offset += 1
    }
    return offset
  }
}
