/// How a decimal is written: the shortest digits that give the number back, never an exponent.
package enum DecimalText {
  package static func format(_ number: Double) -> String {
    let description = number.description
    guard let split = description.firstIndex(where: { $0 == "e" || $0 == "E" }),
      let exponent = Int(description[description.index(after: split)...])
    else { return description }
    let mantissa = description[..<split]
    let sign = mantissa.hasPrefix("-") ? "-" : ""
    let parts = mantissa.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    let whole = String(parts[0])
    var fraction = parts.count > 1 ? String(parts[1]) : ""
    if fraction == "0" { fraction = "" }
    let digits = whole + fraction
    let point = whole.count + exponent
    if point <= 0 {
      return sign + "0." + String(repeating: "0", count: -point) + digits
    }
    if point >= digits.count {
      return sign + digits + String(repeating: "0", count: point - digits.count) + ".0"
    }
    return sign + digits.prefix(point) + "." + digits.dropFirst(point)
  }
}
