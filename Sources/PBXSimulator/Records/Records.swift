import PBXModel

/// Writing call records.
extension Switchboard {
  /// Begins a channel's record.
  ///
  /// - Parameter isAnswered: whether the channel counts as answered from now on.
  mutating func openRecord(
    for id: ChannelID, to number: String, context: String = "from-internal",
    application: String = "", data: String = "", direction: String = "", isAnswered: Bool = false
  ) {
    guard let channel = channels[id] else { return }
    channels[id]?.record = RecordDraft(
      src: channel.callerNumber, callerName: channel.callerName, dst: number, dnid: number,
      context: context, channel: channel.name, application: application, applicationData: data,
      start: now, answer: isAnswered ? now : nil, uniqueid: channel.uniqueid,
      linkedid: channel.linkedid, direction: direction)
    if case .trunk(let name) = channel.device { channels[id]?.record?.trunkName = name }
  }

  /// Completes a channel's record, and answers it; it is handed out when the channel ends.
  @discardableResult
  mutating func closeRecord(of id: ChannelID) -> RecordDraft? {
    guard var record = channels[id]?.record else { return nil }
    record.end = now
    channels[id]?.record = nil
    channels[id]?.finishedRecords.append(record)
    return record
  }

  /// Hands out all records of a channel that ends.
  mutating func handOutRecords(of id: ChannelID, cause: HangupCause, source: String) {
    channels[id]?.record?.hangupSource = source
    channels[id]?.record?.hangupCause = cause
    closeRecord(of: id)
    for draft in channels[id]?.finishedRecords ?? [] {
      let details = details(of: draft)
      let record = draft.record(id: records.count + 1, details: details, zone: world.zone)
      records.append(record)
      emit(.recorded(record))
    }
  }
}
