package import PBXModel

/// What `status/wait` shows.
extension Switchboard {
  /// The callers who wait in a queue, in the order they came.
  package func waitingCallers(
    _ request: ListWaitingCallers
  ) throws(PBXError) -> Page<WaitingCaller> {
    try request.validate()
    let callers = queueing.queues[request.queue].map { Array($0.waiting.callers) } ?? []
    return page(request.page, of: request.pageSize, Array(callers.enumerated())) { place, id in
      let channel = channels[id]
      let caller = queueing.callers[id]
      let seconds = caller.map { $0.begin.duration(to: now).components.seconds } ?? 0
      let padding = seconds % 60 < 10 ? "0" : ""
      let number = caller?.number ?? ""
      return WaitingCaller(json: [
        "serialNo": .string(String(place + 1)), "callerid": .string(number),
        "channel": .string(channel?.name ?? ""), "linkedid": .string(channel?.linkedid ?? ""),
        "queue": .string(request.queue),
        "waitTime": .string("\(seconds / 60):\(padding)\(seconds % 60)"), "prio": "0",
        "ivr": .string(channel?.pressedKeys ?? ""), "ac": .string(AreaCode.text(in: number)),
      ])
    }
  }
}
