import PBXModel

/// What a dialplan does with a channel.
extension Switchboard {
  /// Lets a channel go where its dialplan leads.
  mutating func execute(_ destination: Destination, on id: ChannelID) {
    guard let channel = channels[id] else { return }
    channels[id]?.record?.dst = destination.number
    channels[id]?.record?.dnid = destination.number
    let context = context(of: destination, on: channel)
    channels[id]?.record?.context = context
    let limit = world.ringLimit.components.seconds
    switch destination.target {
    case .line(let number):
      setDirection("inter", of: id)
      // Who rings in has fewer keys than who was answered and is sent on.
      let isRingingIn = channel.record?.direction == "in" && channel.state != .up
      let options = isRingingIn ? "Tt" : "TtkK"
      dial(.line(number), number: number, on: id, data: "PJSIP/\(number),\(limit),\(options)")
    case .outside(let sent, let trunk):
      setDirection("out", of: id)
      channels[id]?.record?.trunkName = trunk
      // As on an Asterisk the called channel goes by what was dialled, whatever the carrier gets.
      dial(
        .trunk(trunk), number: destination.number, sentAs: sent, on: id,
        data: "PJSIP/\(sent)@\(trunk),\(limit),Tt")
    case .queue(let number):
      setDirection("inter", of: id)
      enterQueue(number, channel)
    case .menu(let name):
      setDirection("inter", of: id)
      enterMenu(name, id)
    case .mailbox(let number):
      setDirection("inter", of: id)
      enterMailbox(number, id, greeting: .unavailable)
    case .parkingSpace(let space):
      takeBack(from: space, to: id)
    }
  }

  /// An outside caller is put through to an extension where it comes in.
  private func context(of destination: Destination, on channel: Channel) -> String {
    if case .line = destination.target, channel.record?.context == "from-trunk" {
      return "from-trunk"
    }
    return destination.context
  }

  /// A call from outside stays one, wherever it goes.
  private mutating func setDirection(_ direction: String, of id: ChannelID) {
    guard channels[id]?.record?.direction != "in" else { return }
    channels[id]?.record?.direction = direction
  }
}
