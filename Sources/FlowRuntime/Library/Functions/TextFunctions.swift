extension PureFunction {
  /// Functions of texts; a dial string counts as its text.
  static let texts = [
    PureFunction(
      "text", [.init("value")], summary: "The value as `log` shows it, as a text.",
      examples: [#"expect text(8001) startswith "80""#]
    ) { arguments throws(RuntimeFailure) in
      .text(arguments[0].displayText)
    },
    PureFunction(
      "lower", [.init("text")], summary: "The text in lower case.",
      examples: [#"expect lower("ANSWERED") == "answered""#]
    ) { arguments throws(RuntimeFailure) in
      .text(try text(arguments[0], "lower").lowercased())
    },
    PureFunction(
      "upper", [.init("text")], summary: "The text in upper case.",
      examples: [#"expect upper("busy") == "BUSY""#]
    ) { arguments throws(RuntimeFailure) in
      .text(try text(arguments[0], "upper").uppercased())
    },
    PureFunction(
      "trim", [.init("text")], summary: "The text without white space at both ends.",
      examples: [#"expect trim("  8001 ") == "8001""#]
    ) { arguments throws(RuntimeFailure) in
      let characters = Array(try text(arguments[0], "trim"))
      let start = characters.firstIndex { !$0.isWhitespace } ?? characters.endIndex
      let end = characters.lastIndex { !$0.isWhitespace } ?? start
      return .text(start == characters.endIndex ? "" : String(characters[start...end]))
    },
    PureFunction(
      "split", [.init("text"), .init("separator")],
      summary: "The parts of a text between separators, as a list.",
      examples: [#"expect split("a,b", ",") == ["a", "b"]"#]
    ) { arguments throws(RuntimeFailure) in
      let separator = try text(arguments[1], "split")
      if separator.isEmpty { throw bad("split", "needs a separator that is not empty") }
      return .list(split(try text(arguments[0], "split"), separator).map { .text($0) })
    },
    PureFunction(
      "replace", [.init("text"), .init("part"), .init("replacement")],
      summary: "The text with every occurrence of a part replaced.",
      examples: [#"expect replace("8001-8002", "-", " ") == "8001 8002""#]
    ) { arguments throws(RuntimeFailure) in
      let part = try text(arguments[1], "replace")
      if part.isEmpty { throw bad("replace", "needs a part that is not empty") }
      let pieces = split(try text(arguments[0], "replace"), part)
      return .text(pieces.joined(separator: try text(arguments[2], "replace")))
    },
  ]

  private static func split(_ text: String, _ separator: String) -> [String] {
    let bytes = Array(text.utf8)
    let search = TextSearch(for: separator)
    var parts: [String] = []
    var start = 0
    while let found = search.firstRange(in: bytes, from: start) {
      parts.append(String(decoding: bytes[start..<found.lowerBound], as: UTF8.self))
      start = found.upperBound
    }
    parts.append(String(decoding: bytes[start...], as: UTF8.self))
    return parts
  }
}
