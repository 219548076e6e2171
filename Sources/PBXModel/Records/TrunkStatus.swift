/// A row of `status/trunk`: a trunk's device state.
///
/// The document's table has the names `registerIp` and `registerPort`, its example those here; both
/// are taken.
public struct TrunkStatus: DeviceStatus {
  public static let recordName = "trunk status"
  public static let fields = [
    RecordField("endpoint", "The trunk."),
    RecordField("state", "`Unavailable`, `Not in use`, `In use`, or another of Asterisk."),
    RecordField("channels", "How many channels are up, such as `0 of inf`."),
    RecordField("serverIp", "The far end's address."),
    RecordField("serverPort", "The far end's port."),
  ]

  public var json: JSONObject

  public init(json: JSONObject) {
    self.json = json
  }

  public var serverAddress: String { either("serverIp", "registerIp") }
  public var serverPort: String { either("serverPort", "registerPort") }

  private func either(_ name: String, _ other: String) -> String {
    json[name] == nil ? text(other) : text(name)
  }

  /// The one of the vendor's document.
  package static let example = TrunkStatus(json: [
    "endpoint": "trunkHWD", "state": "Not in use", "channels": "0 of inf",
    "serverIp": "192.168.1.201", "serverPort": "5060",
  ])
}
