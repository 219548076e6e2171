/// Values as messages show them.
enum ValueText {
  /// In backquotes, cut where it is long.
  static func quoted(_ text: String) -> String {
    if text.isEmpty { return "empty" }
    return text.count > 80 ? "`\(text.prefix(77))…`" : "`\(text)`"
  }
}
