/// A row of `status/trunk`: a trunk's device state.
package struct TrunkStatus: PBXRecord {
  package static let recordName = "trunk status"
  package static let fieldNames = ["endpoint", "state", "channels", "serverIp", "serverPort"]

  package var json: JSONObject

  package init(json: JSONObject) {
    self.json = json
  }

  /// The trunk's name.
  package var endpoint: String { text("endpoint") }
  package var state: DeviceState { DeviceState(rawValue: text("state")) }
  /// How many channels are up: the first number of `1 of inf`.
  package var channelCount: Int {
    Int(text("channels").prefix { $0.isNumber }) ?? 0
  }
}
