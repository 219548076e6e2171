import PBXModel

/// What a dialplan does with a channel.
extension Switchboard {
  /// Lets a channel go where its dialplan leads.
  mutating func execute(_ destination: Destination, on id: ChannelID) {
    guard let channel = channels[id] else { return }
    channels[id]?.record?.dst = destination.number
    channels[id]?.record?.dnid = destination.number
    channels[id]?.record?.context = destination.context
    let limit = world.ringLimit.components.seconds
    switch destination.target {
    case .line(let number):
      setDirection("inter", of: id)
      let options = channel.record?.direction == "in" ? "Tt" : "TtkK"
      dial(.line(number), number: number, on: id, data: "PJSIP/\(number),\(limit),\(options)")
    case .outside(let number, let trunk):
      setDirection("out", of: id)
      channels[id]?.record?.trunkName = trunk
      dial(
        .trunk(trunk), number: number, on: id, data: "PJSIP/\(number)@\(trunk),\(limit),Tt")
    case .queue(let number):
      setDirection("inter", of: id)
      enterQueue(number, channel)
    case .menu(let name):
      setDirection("inter", of: id)
      enterMenu(name, id)
    case .mailbox(let number):
      setDirection("inter", of: id)
      enterMailbox(number, id, greeting: .unavailable)
    }
  }

  /// A call from outside stays one, wherever it goes.
  private mutating func setDirection(_ direction: String, of id: ChannelID) {
    guard channels[id]?.record?.direction != "in" else { return }
    channels[id]?.record?.direction = direction
  }

  private mutating func enterQueue(_ number: String, _ channel: Channel) {
    channels[channel.id]?.record?.application = "Queue"
    channels[channel.id]?.record?.applicationData = "\(number),tT"
    channels[channel.id]?.application = .queue(number)
    let wasAnswered = channel.state == .up
    putThrough(channel.id)
    schedule(.joinQueue(channel.id), after: wasAnswered ? .zero : Latency.queueAnswer)
  }

  /// The caller waits in the queue, with music, until somebody hangs up.
  mutating func joinQueue(_ id: ChannelID) {
    guard let channel = channels[id], case .queue(let number) = channel.application else { return }
    channels[id]?.queuedSince = now
    emit(.queued(channel.party, queue: number))
    endIfDeserted(id)
  }
}
