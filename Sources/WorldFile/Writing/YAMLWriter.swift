import PBXModel

/// Lays out what is written as YAML, with a comment for each key.
enum YAMLWriter {
  private static let columnLimit = 100

  /// The text of a whole file: each key of the top level after an empty line and its comment.
  static func text(of written: Written) -> String {
    guard case .map(let entries) = written else { return "" }
    return entries.map { entry in
      var lines = wrapped(entry.comment + ".")
      append(entry, indent: "", hasComments: true, isTop: true, to: &lines)
      return lines.joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }

  private static func append(
    _ entry: Written.Entry, indent: String, hasComments: Bool, isTop: Bool = false,
    to lines: inout [String]
  ) {
    let key = indent + scalar(.string(entry.key)) + ":"
    let comment = hasComments && !isTop && !entry.comment.isEmpty ? entry.comment : nil
    switch entry.value {
    case .value(let value):
      lines.append(line("\(key) \(scalar(value))", comment))
    case .list(let elements) where elements.isEmpty:
      lines.append(line(key + " []", comment))
      if let example = entry.example, isTop {
        var shown: [String] = []
        append(example, indent: indent + "  ", hasComments: true, to: &shown)
        lines += shown.map { "#" + $0 }
      }
    case .list(let elements):
      lines.append(line(key, comment))
      for (index, element) in elements.enumerated() {
        append(
          element, indent: indent + "  ", hasComments: hasComments && index == 0, to: &lines)
      }
    case .map(let entries) where entries.isEmpty:
      lines.append(line(key + " {}", comment))
    case .map(let entries):
      lines.append(line(key, comment))
      for entry in entries {
        append(entry, indent: indent + "  ", hasComments: hasComments, to: &lines)
      }
    }
  }

  /// An element of a list.
  private static func append(
    _ element: Written, indent: String, hasComments: Bool, to lines: inout [String]
  ) {
    switch element {
    case .value(let value): lines.append("\(indent)- \(scalar(value))")
    case .list: lines.append("\(indent)- []")
    case .map(let entries):
      var inner: [String] = []
      for entry in entries {
        append(entry, indent: indent + "  ", hasComments: hasComments, to: &inner)
      }
      // The first key stands behind the dash.
      if let first = inner.first {
        inner[0] = indent + "- " + first.dropFirst(indent.count + 2)
      }
      lines += inner
    }
  }

  private static func line(_ text: String, _ comment: String?) -> String {
    guard let comment else { return text }
    let gap = String(repeating: " ", count: max(2, 34 - text.count))
    return "\(text)\(gap)# \(comment)"
  }

  /// A comment in lines.
  private static func wrapped(_ text: String) -> [String] {
    var lines = ["#"]
    for word in text.split(separator: " ") {
      if lines[lines.count - 1].count + 1 + word.count > columnLimit { lines.append("#") }
      lines[lines.count - 1] += " " + word
    }
    return lines
  }

  /// A value, in quotes where a reader of YAML 1.1 or 1.2 might take it for something else.
  static func scalar(_ value: JSONValue) -> String {
    guard case .string(let text) = value else { return value.text() }
    return isPlain(text) ? text : value.text()
  }

  private static func isPlain(_ text: String) -> Bool {
    let words: Set = ["true", "false", "yes", "no", "on", "off", "y", "n", "null"]
    guard let first = text.utf8.first, PhoneKey.isDigit(first) || isLetter(first),
      text.utf8.last != UInt8(ascii: " "), !words.contains(text.lowercased()),
      Double(text) == nil, !text.hasPrefix("0x"), !text.hasPrefix("0o")
    else { return false }
    return text.utf8.allSatisfy { byte in
      PhoneKey.isDigit(byte) || isLetter(byte) || " -_./,".utf8.contains(byte)
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
