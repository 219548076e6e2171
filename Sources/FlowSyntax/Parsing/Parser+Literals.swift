import FlowDiagnostics

/// Numbers, durations and dial strings.
extension Parser {
  // literal = INTEGER | DECIMAL | DURATION | DIAL-STRING | "true" | "false" | "null"
  mutating func parseNumber() -> Expression {
    let range = token.range
    let value: Literal.Value
    switch kind {
    case .integer: value = .integer(integerValue(of: range))
    case .decimal: value = .decimal(Double(source.text(in: range)) ?? 0)
    case .duration: value = .duration(durationValue(of: range))
    case .dialString: value = .dialString(source.text(in: range))
    default:
      advance()
      height = 1
      return .invalid(range)
    }
    advance()
    height = 1
    return .literal(Literal(value: value, range: range))
  }

  /// The value of digits that the lexer found to fit.
  private func integerValue(of range: SourceRange) -> Int {
    var value = 0
    for offset in range.start..<range.end {
      value = value * 10 + Int(source.bytes[offset] & 0x0F)
    }
    return value
  }

  /// The sum of a duration's parts, in nanoseconds; too long a one is reported and counts as zero.
  private mutating func durationValue(of range: SourceRange) -> Int64 {
    var total: Int64 = 0
    var offset = range.start
    while offset < range.end {
      var count: Int64 = 0
      var isTooLong = false
      while offset < range.end, CharacterClass.isDigit(bytes[offset]) {
        let (product, overflow) = count.multipliedReportingOverflow(by: 10)
        let (sum, carry) = product.addingReportingOverflow(Int64(bytes[offset] & 0x0F))
        (count, isTooLong) = (sum, isTooLong || overflow || carry)
        offset += 1
      }
      let unitStart = offset
      while offset < range.end, CharacterClass.isLetter(bytes[offset]) { offset += 1 }
      guard let unit = DurationUnit(bytes: bytes.span, from: unitStart, to: offset) else { break }
      let (part, overflow) = count.multipliedReportingOverflow(by: unit.nanoseconds)
      let (sum, carry) = total.addingReportingOverflow(part)
      if isTooLong || overflow || carry {
        report(.durationTooLong(source.text(in: range)), at: range)
        return 0
      }
      total = sum
    }
    return total
  }
}
