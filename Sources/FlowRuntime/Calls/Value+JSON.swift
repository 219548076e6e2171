package import PBXModel

extension Value {
  /// A row of the API as a record: the members in their order, as the API sent them.
  package init<Record: PBXRecord>(_ record: Record) {
    self = .map(MapValue(record.json, recordName: Record.recordName))
  }

  /// A JSON value.
  package init(_ json: JSONValue) {
    self =
      switch json {
      case .null: .null
      case .boolean(let flag): .boolean(flag)
      case .integer(let number): .integer(number)
      case .number(let number): .decimal(number)
      case .string(let text): .text(text)
      case .array(let elements): .list(elements.map { Value($0) })
      case .object(let object): .map(MapValue(object, recordName: nil))
      }
  }

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
  package init(_ object: JSONObject, recordName: String?) {
    self.init(
      members: object.members.map { (name: $0.name, value: Value($0.value)) },
      recordName: recordName)
  }

  /// As a JSON object, the members in their order.
  package var json: JSONObject {
    var object = JSONObject()
    for member in members { object[member.name] = member.value.json }
    return object
  }
}
