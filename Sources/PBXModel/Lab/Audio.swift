/// Whom a phone hears, and who hears it.
public struct Audio: RecordAnswer {
  public static let recordName = "audio"
  public static let fields = [
    RecordField("number", "The phone, or the outside number."),
    RecordField("hears", .list, "The numbers that it hears, sorted."),
    RecordField("heardBy", .list, "The numbers that hear it, sorted."),
  ]

  public var json: JSONObject

  public init(json: JSONObject) {
    self.json = json
  }

  public init(number: String, hears: [String], heardBy: [String]) {
    self.init(json: [
      "number": .string(number), "hears": .array(hears.map(JSONValue.string)),
      "heardBy": .array(heardBy.map(JSONValue.string)),
    ])
  }

  public var number: String { text("number") }
  public var hears: [String] { texts("hears") }
  public var heardBy: [String] { texts("heardBy") }
}
