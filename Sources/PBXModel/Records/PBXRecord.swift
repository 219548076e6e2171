/// A row that the API answers: a typed view of a JSON object that keeps what it does not know.
public protocol PBXRecord: Hashable, Sendable {
  /// The name of its kind in messages and the manual, such as `endpoint status`.
  static var recordName: String { get }
  /// The fields that the API documents, in its order.
  static var fields: [RecordField] { get }

  var json: JSONObject { get set }
  init(json: JSONObject)
}

extension PBXRecord {
  /// The names of the fields that the API documents, in its order.
  public static var fieldNames: [String] { fields.map(\.name) }

  /// Its name and its fields as one value.
  public static var form: RecordForm { RecordForm(name: recordName, fields: fields) }

  /// A field as text: numbers arrive as strings and strings as numbers, both are taken.
  public func text(_ name: String) -> String {
    switch json[name] {
    case .string(let text): text
    case .integer(let number): String(number)
    case .number(let number): String(number)
    case .boolean(let flag): flag ? "1" : "0"
    case .null, .array, .object, nil: ""
    }
  }

  /// A field as a whole number, 0 where it is none.
  public func integer(_ name: String) -> Int {
    switch json[name] {
    case .integer(let number): number
    case .number(let number): Int(exactly: number.rounded(.towardZero)) ?? 0
    case .string(let text): Int(text) ?? 0
    case .boolean, .null, .array, .object, nil: 0
    }
  }

  /// A field as a list of texts, empty where it is none.
  public func texts(_ name: String) -> [String] {
    guard case .array(let values) = json[name] else { return [] }
    return values.compactMap { if case .string(let text) = $0 { text } else { nil } }
  }
}
