package import PBXModel

extension MapValue {
  /// A row that the API answered, under its record's name; fields it does not document are kept.
  package init(record: some PBXRecord) {
    self.init(json: record.json, recordName: type(of: record).recordName)
  }

  /// A JSON object's members in its order.
  package init(json: JSONObject, recordName: String? = nil) {
    self.init(
      members: json.members.map { ($0.name, Value(json: $0.value)) }, recordName: recordName)
  }
}

extension Value {
  /// A row that the API answered.
  package static func record(_ record: some PBXRecord) -> Value {
    .map(MapValue(record: record))
  }

  /// What a JSON value is in the language; texts stay texts, whatever they hold.
  package init(json: JSONValue) {
    switch json {
    case .null: self = .null
    case .boolean(let flag): self = .boolean(flag)
    case .integer(let number): self = .integer(number)
    case .number(let number): self = .decimal(number)
    case .string(let text): self = .text(text)
    case .array(let elements): self = .list(elements.map { Value(json: $0) })
    case .object(let object): self = .map(MapValue(json: object))
    }
  }
}
