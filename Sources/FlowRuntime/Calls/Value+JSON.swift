package import PBXModel

extension Value {
  /// As JSON; what JSON has no form for becomes null.
  package var json: JSONValue {
    switch self {
    case .null, .duration, .time: return .null
    case .boolean(let flag): return .boolean(flag)
    case .integer(let number): return .integer(number)
    case .decimal(let number): return .number(number)
    case .reference(let reference):
      return switch reference.content {
      case .text(let text): .string(text)
      case .list(let elements): .array(elements.map(\.json))
      case .map(let map): .object(map.json)
      case .call: .null
      }
    }
  }
}

extension MapValue {
  /// As a JSON object, the members in their order.
  package var json: JSONObject {
    var object = JSONObject()
    for member in members { object[member.name] = member.value.json }
    return object
  }
}
