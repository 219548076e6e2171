import FlowREPL
import PBXModel
import PBXSimulator

/// What the shell tells of an event of the simulator; nothing of what follows from another one.
enum CallNotice {
  static func notice(of event: PBXEvent) -> Notice? {
    switch event.kind {
    case .ringing(let party): Notice("\(party.number) rings")
    case .answered(let party): Notice("\(party.number) answers")
    case .bridged(let first, let second): connection(first, second)
    case .held(let party): Notice("\(party.number) is on hold")
    case .resumed(let party): Notice("\(party.number) is off hold")
    case .queued(let party, let queue): Notice("\(party.number) waits in queue \(queue)")
    case .parked(let party, let space): Notice("\(party.number) is parked at \(space)")
    case .recorded(let record): notice(of: record)
    case .created, .ended, .stateChanged: nil
    }
  }

  /// Nil where one end is only the PBX's own helper leg, behind which the real party is.
  private static func connection(_ first: PBXEvent.Party, _ second: PBXEvent.Party) -> Notice? {
    guard !first.channel.hasPrefix("Local/"), !second.channel.hasPrefix("Local/") else {
      return nil
    }
    return Notice("\(first.number) ↔ \(second.number) connected")
  }

  /// Nil for the row of a helper leg: the call itself has a row of its own.
  private static func notice(of record: CallRecord) -> Notice? {
    guard !record.channel.hasPrefix("Local/") else { return nil }
    let parties = "\(record.source) → \(record.destination)"
    let isAnswered = record.disposition == "ANSWERED"
    let length = isAnswered ? " \(record.billableSeconds) s" : ""
    return Notice("call ended: \(parties) \(record.disposition)\(length)")
  }
}
