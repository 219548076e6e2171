import PBXModel

/// Whether a further call fits.
extension Switchboard {
  /// Why a device cannot be invited at all; nil where it can.
  func obstacle(to device: Device) -> HangupCause? {
    guard isReachable(device) else { return .noRoute }
    guard case .trunk(let name) = device,
      let limit = world.trunks.first(where: { $0.name == name })?.channelLimit
    else { return nil }
    return channelCount(of: device) >= limit ? .noCircuit : nil
  }

  /// Whether a phone takes a further call: of two that are too many, the later one is.
  func hasRoom(for id: ChannelID, at number: String) -> Bool {
    guard let line = phones[number], let all = channelsByNumber[number] else { return true }
    if let limit = line.callLimit, all.prefix(limit).contains(id) == false { return false }
    // What has not reached the phone yet, the phone does not know.
    return line.hasCallWaiting || !all.contains { $0 != id && channels[$0]?.state != .down }
  }
}
