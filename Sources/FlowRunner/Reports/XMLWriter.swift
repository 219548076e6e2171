/// Writes XML: elements with attributes and text, indented, everything escaped.
struct XMLWriter: Sendable {
  private(set) var text = #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n"
  private var depth = 0

  /// An attribute without a value is left out.
  typealias Attributes = KeyValuePairs<String, String?>

  /// An element with whatever the body writes inside it.
  mutating func element(
    _ name: String, _ attributes: Attributes = [:], body: (inout XMLWriter) -> Void
  ) {
    open(name, attributes, end: ">\n")
    depth += 1
    body(&self)
    depth -= 1
    indent()
    text += "</\(name)>\n"
  }

  /// An element that holds text alone, or nothing.
  mutating func element(_ name: String, _ attributes: Attributes = [:], text content: String = "") {
    if content.isEmpty {
      open(name, attributes, end: "/>\n")
    } else {
      open(name, attributes, end: ">")
      append(escaped: content, inAttribute: false)
      text += "</\(name)>\n"
    }
  }

  private mutating func open(_ name: String, _ attributes: Attributes, end: String) {
    indent()
    text += "<" + name
    for case (let name, let value?) in attributes {
      text += " \(name)=\""
      append(escaped: value, inAttribute: true)
      text += "\""
    }
    text += end
  }

  private mutating func indent() {
    text += String(repeating: "  ", count: depth)
  }

  /// Characters that XML 1.0 cannot hold at all, such as ESC, become U+FFFD.
  private mutating func append(escaped content: String, inAttribute: Bool) {
    for scalar in content.unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"" where inAttribute: text += "&quot;"
      case "\n" where inAttribute: text += "&#10;"
      case "\t" where inAttribute: text += "&#9;"
      case "\r": text += "&#13;"
      case "\n", "\t": text.unicodeScalars.append(scalar)
      case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": text += "\u{FFFD}"
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}
