/// What time it is on a lab's clock.
public struct LabTime: RecordAnswer {
  /// How time passes.
  public enum Mode: String, Hashable, Sendable, CaseIterable {
    /// By itself.
    case real
    /// Only when it is told to.
    case virtual
  }

  public static let recordName = "lab time"
  public static let fields = [
    RecordField("time", "`real`: it passes by itself; `virtual`: only when it is told to."),
    RecordField("now", .number, "Milliseconds since 1970-01-01 00:00:00 UTC."),
  ]

  public var json: JSONObject

  public init(json: JSONObject) {
    self.json = json
  }

  package init(_ mode: Mode, now: Timestamp) {
    self.init(
      json: ["time": .string(mode.rawValue), "now": .integer(Int(now.nanoseconds / 1_000_000))])
  }

  /// Nil where it is not said how time passes.
  public init?(data: JSONValue, total: Int) {
    guard let json = data.object, case .string(let mode) = json["time"],
      Mode(rawValue: mode) != nil
    else { return nil }
    self.init(json: json)
  }

  public var mode: Mode { Mode(rawValue: text("time")) ?? .real }
  package var now: Timestamp {
    Timestamp(nanoseconds: 0).advanced(by: .milliseconds(integer("now")))
  }
}
