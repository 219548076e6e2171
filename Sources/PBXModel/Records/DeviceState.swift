/// An endpoint's state in Asterisk's words; a PBX may show others than those named here.
public struct DeviceState: Hashable, Sendable {
  public var rawValue: String

  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  public static let unavailable = DeviceState(rawValue: "Unavailable")
  public static let notInUse = DeviceState(rawValue: "Not in use")
  public static let inUse = DeviceState(rawValue: "In use")
  public static let busy = DeviceState(rawValue: "Busy")
  public static let ringing = DeviceState(rawValue: "Ringing")
  public static let ringingInUse = DeviceState(rawValue: "Ring+Inuse")
  public static let onHold = DeviceState(rawValue: "On Hold")
}
