/// An endpoint's state in Asterisk's words; a PBX may show others than those named here.
package struct DeviceState: Hashable, Sendable {
  package var rawValue: String

  package init(rawValue: String) {
    self.rawValue = rawValue
  }

  package static let unavailable = DeviceState(rawValue: "Unavailable")
  package static let notInUse = DeviceState(rawValue: "Not in use")
  package static let inUse = DeviceState(rawValue: "In use")
  package static let busy = DeviceState(rawValue: "Busy")
  package static let ringing = DeviceState(rawValue: "Ringing")
  package static let ringingInUse = DeviceState(rawValue: "Ring+Inuse")
  package static let onHold = DeviceState(rawValue: "On Hold")
}
