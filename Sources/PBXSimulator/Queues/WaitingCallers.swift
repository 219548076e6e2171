package import PBXModel

/// What `status/wait` shows.
extension Switchboard {
  /// The callers who wait in a queue, in the order they came.
  package func waitingCallers(
    _ request: ListWaitingCallers
  ) throws(PBXError) -> Page<WaitingCaller> {
    try request.validate()
    let waiting = channels.values
      .compactMap { channel -> (channel: Channel, since: Timestamp)? in
        guard channel.application == .queue(request.queue) else { return nil }
        return channel.queuedSince.map { (channel, $0) }
      }
      .sorted { ($0.since, $0.channel.id) < ($1.since, $1.channel.id) }
    return page(request.page, of: request.pageSize, Array(waiting.enumerated())) { place, entry in
      let seconds = entry.since.duration(to: now).components.seconds
      let padding = seconds % 60 < 10 ? "0" : ""
      return WaitingCaller(json: [
        "serialNo": .string(String(place + 1)),
        "callerid": .string(entry.channel.callerNumber),
        "channel": .string(entry.channel.name), "linkedid": .string(entry.channel.linkedid),
        "queue": .string(request.queue),
        "waitTime": .string("\(seconds / 60):\(padding)\(seconds % 60)"), "prio": "0", "ivr": "",
        "ac": "",
      ])
    }
  }
}
