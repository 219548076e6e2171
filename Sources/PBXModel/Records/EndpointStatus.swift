/// A row of `status/endpoint`: an extension's device state.
package struct EndpointStatus: PBXRecord {
  package static let recordName = "endpoint status"
  package static let fieldNames = [
    "endpoint", "state", "channels", "cid", "registerIp", "registerPort",
  ]

  package var json: JSONObject

  package init(json: JSONObject) {
    self.json = json
  }

  /// The extension's number.
  package var endpoint: String { text("endpoint") }
  package var state: DeviceState { DeviceState(rawValue: text("state")) }
  /// How many channels are up: the first number of `1 of inf`.
  package var channelCount: Int {
    Int(text("channels").prefix { $0.isNumber }) ?? 0
  }
}
