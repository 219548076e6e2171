/// Who is connected with whom, followed through the events of a recording.
struct BridgeTable {
  private var members: [String: [ChannelName]] = [:]
  /// The channels that dial each other, both ways.
  private var dialling: [ChannelName: Set<ChannelName>] = [:]

  mutating func follow(_ line: Timeline.Line) {
    let channel = ChannelName(text: line["Channel"])
    switch line.name {
    case "BridgeEnter":
      members[line["BridgeUniqueid"], default: []].append(channel)
    case "BridgeLeave":
      members[line["BridgeUniqueid"]]?.removeAll { $0 == channel }
    case "DialBegin" where !line["Channel"].isEmpty:
      let called = ChannelName(text: line["DestChannel"])
      dialling[channel, default: []].insert(called)
      dialling[called, default: []].insert(channel)
    default:
      break
    }
  }

  func peers(of channel: ChannelName) -> [ChannelName] {
    members.values.filter { $0.contains(channel) }.flatMap { $0 }.filter { $0 != channel }
  }

  /// Everybody who ends together with a channel.
  func connected(to channel: ChannelName) -> Set<ChannelName> {
    var found: Set = [channel]
    var waiting = [channel]
    while let next = waiting.popLast() {
      let half = next.isLocal ? [next.otherHalf] : []
      for other in peers(of: next) + (dialling[next] ?? []) + half
      where found.insert(other).inserted {
        waiting.append(other)
      }
    }
    return found
  }
}

extension ChannelName {
  fileprivate var otherHalf: ChannelName {
    ChannelName(text: text.dropLast() + (text.hasSuffix("1") ? "2" : "1"))
  }
}
