/// A row that tells a device's state: an extension's or a trunk's.
public protocol DeviceStatus: PBXRecord {}

extension DeviceStatus {
  /// The extension's number, or the trunk's name.
  public var endpoint: String { text("endpoint") }
  public var state: DeviceState { DeviceState(rawValue: text("state")) }
  /// How many channels are up: the first number of `1 of inf`.
  public var channelCount: Int {
    Int(text("channels").prefix { $0.isNumber }) ?? 0
  }
}
