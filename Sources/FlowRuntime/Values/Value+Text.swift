import PBXModel

extension Value {
  /// The value as `log` and `${}` show it: texts without quotes.
  package var displayText: String {
    textValue ?? literalText
  }

  /// The value as it would be written in a script: texts in quotes.
  package var literalText: String {
    switch self {
    case .null: return "null"
    case .boolean(let flag): return flag ? "true" : "false"
    case .integer(let number): return String(number)
    case .decimal(let number): return DecimalText.format(number)
    case .duration(let nanoseconds): return DurationText.format(nanoseconds)
    case .time(let time): return TimeText.format(time)
    case .reference(let reference):
      switch reference.content {
      case .text(let text): return Self.quoted(text)
      case .list(let elements):
        return "[" + elements.map(\.literalText).joined(separator: ", ") + "]"
      case .map(let map):
        if map.members.isEmpty { return "{}" }
        let members = map.members.map { "\($0.name): \($0.value.literalText)" }
        return "{ " + members.joined(separator: ", ") + " }"
      case .call(let call): return "\(call.caller) -> \(call.destination)"
      }
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    var isAfterDollar = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "{" where isAfterDollar:
        result.removeLast()
        result += "\\${"
      case _ where scalar.properties.generalCategory == .control:
        result += "\\u{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
      isAfterDollar = scalar == "$"
    }
    return result + "\""
  }
}
