import FlowDiagnostics

/// Numbers, durations and dial strings.
extension Lexer {
  /// Reads what begins with a digit.
  ///
  /// A `*` is no part of it, so that `2*3` is a product; a code with an inner `*` begins with one.
  mutating func scanNumber(in bytes: Span<UInt8>) -> TokenKind {
    let start = position
    skipDigits(in: bytes)
    guard position < bytes.count else { return integerOrDialString(from: start, in: bytes) }
    let next = bytes[position]
    if next == UInt8(ascii: "#") {
      skipKeys(in: bytes, stars: false)
      return .dialString
    }
    if next == UInt8(ascii: "."), digit(at: position + 1, in: bytes) {
      position += 1
      skipDigits(in: bytes)
      return endsNumber(in: bytes) ? .decimal : malformed(in: bytes)
    }
    return endsNumber(in: bytes)
      ? integerOrDialString(from: start, in: bytes) : scanDurationTail(in: bytes)
  }

  /// Reads `+` or `*` and the keys behind it as a dial string, where an operand may begin; whether
  /// there was one.
  mutating func scanLedDialString(in bytes: Span<UInt8>) -> Bool {
    let isStar = bytes[position] == UInt8(ascii: "*")
    guard position + 1 < bytes.count else { return false }
    let next = bytes[position + 1]
    let begins = isStar ? CharacterClass.isKey(next) : CharacterClass.isDigit(next)
    guard begins else { return false }
    position += 1
    skipKeys(in: bytes, stars: isStar)
    return true
  }

  /// Reads units and further parts of a duration whose first digits were read.
  private mutating func scanDurationTail(in bytes: Span<UInt8>) -> TokenKind {
    while true {
      let unit = position
      while position < bytes.count, CharacterClass.isLetter(bytes[position]) { position += 1 }
      guard DurationUnit(bytes: bytes, from: unit, to: position) != nil else {
        return malformed(in: bytes)
      }
      guard digit(at: position, in: bytes) else {
        return endsNumber(in: bytes) ? .duration : malformed(in: bytes)
      }
      skipDigits(in: bytes)
    }
  }

  /// An integer in canonical decimal form that fits 64 bits, else a dial string.
  private func integerOrDialString(from start: Int, in bytes: Span<UInt8>) -> TokenKind {
    let count = position - start
    if count == 1 { return .integer }
    if bytes[start] == UInt8(ascii: "0") || count > 19 { return .dialString }
    if count < 19 { return .integer }
    var value = 0
    for offset in start..<position {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(Int(bytes[offset] - UInt8(ascii: "0")))
      if overflow || carry { return .dialString }
      value = sum
    }
    return .integer
  }

  /// Takes all that runs on from a number that is none.
  private mutating func malformed(in bytes: Span<UInt8>) -> TokenKind {
    while position < bytes.count {
      if CharacterClass.isNamePart(bytes[position]) {
        position += 1
      } else if bytes[position] == UInt8(ascii: "."), digit(at: position + 1, in: bytes) {
        position += 1
      } else if bytes[position] >= 0x80,
        let wide = UTF8Decoding.scalar(at: position, in: bytes),
        wide.scalar.properties.isXIDContinue
      {
        position += wide.length
      } else {
        break
      }
    }
    return .malformedNumber
  }

  /// Whether nothing that could belong to a number or a name follows.
  private func endsNumber(in bytes: Span<UInt8>) -> Bool {
    guard position < bytes.count else { return true }
    let next = bytes[position]
    if CharacterClass.isNamePart(next) { return false }
    if next >= 0x80, let wide = UTF8Decoding.scalar(at: position, in: bytes) {
      return !wide.scalar.properties.isXIDContinue
    }
    return next != UInt8(ascii: ".") || !digit(at: position + 1, in: bytes)
  }

  private func digit(at offset: Int, in bytes: Span<UInt8>) -> Bool {
    offset < bytes.count && CharacterClass.isDigit(bytes[offset])
  }

  private mutating func skipDigits(in bytes: Span<UInt8>) {
    while position < bytes.count, CharacterClass.isDigit(bytes[position]) { position += 1 }
  }

  /// Goes past digits and `#`, and past `*` where stars are keys.
  private mutating func skipKeys(in bytes: Span<UInt8>, stars: Bool) {
    while position < bytes.count, CharacterClass.isKey(bytes[position]),
      stars || bytes[position] != UInt8(ascii: "*")
    {
      position += 1
    }
  }
}
