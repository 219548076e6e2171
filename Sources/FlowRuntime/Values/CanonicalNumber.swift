/// Texts that are numbers: those in exactly the form in which the language writes the number.
///
/// `274` is one; `007`, `+5`, `1e3` and `2.50` are not: they compare as texts.
package enum CanonicalNumber {
  /// The number that a text is the canonical form of, nil for any other text.
  package static func value(of text: String) -> Value? {
    let bytes = text.utf8
    guard let first = bytes.first, isDigit(first) || first == UInt8(ascii: "-") else { return nil }
    let unsigned = first == UInt8(ascii: "-") ? bytes.dropFirst() : bytes[...]
    guard let leading = unsigned.first, isDigit(leading) else { return nil }
    if unsigned.allSatisfy(isDigit) {
      if leading == UInt8(ascii: "0"), bytes.count > 1 { return nil }
      return Int(text).map { .integer($0) }
    }
    guard unsigned.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: ".") }),
      let number = Double(text), number.isFinite, DecimalText.format(number) == text
    else { return nil }
    return .decimal(number)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
