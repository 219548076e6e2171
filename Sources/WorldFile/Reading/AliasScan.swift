/// Finds what YAML calls aliases, which world files have no need of: a few lines of them stand for
/// more than any memory holds, and the library unfolds them where they are keys.
enum AliasScan {
  /// The offset of the first `*name` where a value could begin.
  ///
  /// What stands in quotes or a comment is not told apart, as that could be made to hide one.
  static func firstAlias(in bytes: [UInt8]) -> Int? {
    // The last byte before, blanks left out; a line end where there is none.
    var before = UInt8(ascii: "\n")
    for (offset, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "*"), isBoundary(before), offset + 1 < bytes.count,
        !isBlank(bytes[offset + 1])
      {
        return offset
      }
      if byte != UInt8(ascii: " "), byte != UInt8(ascii: "\t") { before = byte }
    }
    return nil
  }

  private static func isBoundary(_ byte: UInt8) -> Bool { "\n\r-:?[{,".utf8.contains(byte) }

  private static func isBlank(_ byte: UInt8) -> Bool { " \t\n\r".utf8.contains(byte) }
}
