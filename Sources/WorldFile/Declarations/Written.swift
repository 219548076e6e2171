import PBXModel

/// What is written into a world file: values, lists and maps, with what comments say of them.
indirect enum Written: Hashable, Sendable {
  /// A member of a map.
  struct Entry: Hashable, Sendable {
    var key: String
    var value: Written
    /// What the member means.
    var comment: String
    /// An element to show where the member is an empty list.
    var example: Written?
  }

  case value(JSONValue)
  case list([Written])
  case map([Entry])

  /// A text; a whole number where it is written as one, as readers of YAML take it.
  static func text(_ text: String) -> Written {
    if let number = Int(text), String(number) == text { return .value(.integer(number)) }
    return .value(.string(text))
  }

  /// The same without comments.
  var json: JSONValue {
    switch self {
    case .value(let value): return value
    case .list(let elements): return .array(elements.map(\.json))
    case .map(let entries):
      var object = JSONObject()
      for entry in entries { object[entry.key] = entry.value.json }
      return .object(object)
    }
  }
}
