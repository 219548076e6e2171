import PBXModel

/// A parameter's value as given from outside, read the way the language reads a literal.
enum ParameterText {
  /// A number, a duration, `true`, `false` or `null`; every other text is a text.
  ///
  /// A number in another form than the language writes it, such as `007`, stays a text.
  static func value(of text: String) -> Value {
    switch text {
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "null": return .null
    default: break
    }
    if let number = CanonicalNumber.value(of: text) { return number }
    if let nanoseconds = DurationText.parse(text) { return .duration(nanoseconds) }
    return .text(text)
  }
}
