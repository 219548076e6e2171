/// Makes text of a stranger fit for one line of a message.
enum PrintableText {
  /// The beginning of a text, on one line, with what a terminal would obey as a dot.
  static func start(of text: String, length: Int = 200) -> String {
    var shown = ""
    var count = 0
    for scalar in text.unicodeScalars {
      if count == length { return shown + "…" }
      count += 1
      switch scalar {
      case "\n", "\r", "\t": shown.append(" ")
      default: shown.unicodeScalars.append(isObeyed(scalar) ? "·" : scalar)
      }
    }
    return shown
  }

  private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      true
    default: false
    }
  }
}
