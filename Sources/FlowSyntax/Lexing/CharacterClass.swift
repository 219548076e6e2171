/// What single bytes and characters can be part of.
enum CharacterClass {
  static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
  }

  /// A letter, a digit or `_`, all ASCII.
  static func isNamePart(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_")
  }

  /// A key of a telephone.
  static func isKey(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "#")
  }
}
