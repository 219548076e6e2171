/// A row of `status/endpoint`: an extension's device state.
public struct EndpointStatus: DeviceStatus {
  public static let recordName = "endpoint status"
  public static let fields = [
    RecordField("endpoint", "The extension."),
    RecordField("state", "`Unavailable`, `Not in use`, `In use`, or another of Asterisk."),
    RecordField("channels", "How many channels are up, such as `0 of inf`."),
    RecordField("cid", "The extension as it is shown."),
    RecordField("registerIp", "The phone's address."),
    RecordField("registerPort", "The phone's port."),
  ]

  public var json: JSONObject

  public init(json: JSONObject) {
    self.json = json
  }

  /// The one of the vendor's document.
  package static let example = EndpointStatus(json: [
    "endpoint": "8001", "state": "Not in use", "channels": "0 of inf", "cid": "8001",
    "registerIp": "192.168.7.139", "registerPort": "49322",
  ])
}
