extension Value {
  /// What the value is, in the user's words, without an article: `number`, `call record`.
  package var typeName: String {
    switch self {
    case .null: "null"
    case .boolean: "boolean"
    case .integer, .decimal: "number"
    case .duration: "duration"
    case .time: "time"
    case .reference(let reference):
      switch reference.content {
      case .text: "text"
      case .list: "list"
      case .map(let map): map.recordName ?? "map"
      case .call: "call"
      }
    }
  }

  /// What the value is, as it reads in a sentence: `a number`, `an endpoint status`, `null`.
  package var typePhrase: String {
    let name = typeName
    guard name != "null" else { return name }
    let vowels: Set<Character> = ["a", "e", "i", "o", "u"]
    return (name.first.map(vowels.contains) == true ? "an " : "a ") + name
  }

  /// What the value is where an operand is wanted: with what tells it from one that fits.
  var operandPhrase: String {
    switch self {
    case .null: return "null"
    case .integer(let number): return number < 0 ? "a negative number, `\(number)`" : typePhrase
    case .decimal: return "a decimal number, `\(literalText)`"
    case .boolean, .duration, .time: return "\(typePhrase), `\(literalText)`"
    case .reference:
      guard let textValue else { return typePhrase }
      return textValue.isEmpty ? "an empty text" : "a text, `\(literalText)`"
    }
  }

  /// The text, where the value is one.
  package var textValue: String? {
    guard case .reference(let reference) = self, case .text(let text) = reference.content else {
      return nil
    }
    return text
  }

  /// The elements, where the value is a list.
  package var listValue: [Value]? {
    guard case .reference(let reference) = self, case .list(let list) = reference.content else {
      return nil
    }
    return list
  }

  /// The members, where the value is a map or a record.
  package var mapValue: MapValue? {
    guard case .reference(let reference) = self, case .map(let map) = reference.content else {
      return nil
    }
    return map
  }

  /// The call, where the value is one.
  package var callValue: CallHandle? {
    guard case .reference(let reference) = self, case .call(let call) = reference.content else {
      return nil
    }
    return call
  }

  /// What was written, where the value is a text or a number: `8001` and `"8001"` alike.
  ///
  /// A dial string in canonical decimal form is a number; commands and text operators want its
  /// text.
  package var writtenText: String? {
    switch self {
    case .integer(let number): String(number)
    case .decimal(let number): DecimalText.format(number)
    case .reference: textValue
    case .null, .boolean, .duration, .time: nil
    }
  }
}
