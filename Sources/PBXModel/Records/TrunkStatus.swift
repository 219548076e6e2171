/// A row of `status/trunk`: a trunk's device state.
package struct TrunkStatus: DeviceStatus {
  package static let recordName = "trunk status"
  package static let fieldNames = ["endpoint", "state", "channels", "serverIp", "serverPort"]

  package var json: JSONObject

  package init(json: JSONObject) {
    self.json = json
  }
}
