/// Keeps messages short, whatever a script makes them quote.
enum MessageText {
  /// How many characters of a name or a text a message quotes.
  static let quotationLimit = 100
  /// How many characters a whole message has.
  private static let limit = 2000

  /// The message with every stretch between backquotes cut, and cut itself.
  static func shortened(_ message: String) -> String {
    guard message.utf8.count > quotationLimit else { return message }
    // The parts between backquotes are plain text and quotations in turn; a quotation that holds
    // backquotes itself is cut at one of them, or by the limit of the whole.
    let parts = message.split(separator: "`", omittingEmptySubsequences: false)
    let texts = parts.enumerated().map { index, part in
      index % 2 == 1 ? cut(part, to: quotationLimit) : String(part)
    }
    return cut(texts.joined(separator: "`")[...], to: limit)
  }

  private static func cut(_ text: Substring, to limit: Int) -> String {
    // Characters take at least one byte each, so most texts need not be counted.
    guard text.utf8.count > limit,
      let end = text.index(text.startIndex, offsetBy: limit, limitedBy: text.endIndex),
      end < text.endIndex
    else { return String(text) }
    return text[..<end] + "…"
  }
}
