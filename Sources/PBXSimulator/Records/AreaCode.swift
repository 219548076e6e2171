/// The area codes of Chinese fixed lines.
enum AreaCode {
  /// The area code that a number begins with, such as `0755`; empty for a mobile's or any other.
  ///
  /// `010` and `02X` have three digits, all others four; seven or eight digits follow.
  static func text(in number: String) -> String {
    let digits = Array(number)
    guard (10...12).contains(digits.count), digits[0] == "0",
      digits.allSatisfy({ "0123456789".contains($0) })
    else { return "" }
    switch digits[1] {
    case "0": return ""
    case "1": return digits[2] == "0" ? String(digits[..<3]) : ""
    case "2": return String(digits[..<3])
    default: return String(digits[..<4])
    }
  }
}
