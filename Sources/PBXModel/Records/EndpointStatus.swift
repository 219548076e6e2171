/// A row of `status/endpoint`: an extension's device state.
package struct EndpointStatus: DeviceStatus {
  package static let recordName = "endpoint status"
  package static let fieldNames = [
    "endpoint", "state", "channels", "cid", "registerIp", "registerPort",
  ]

  package var json: JSONObject

  package init(json: JSONObject) {
    self.json = json
  }
}
