import PBXModel

/// What is to happen later, earliest first; entries of one moment in the order they were added.
struct Agenda {
  private struct Entry {
    var moment: Timestamp
    var number: Int
    var step: Step

    func precedes(_ other: Entry) -> Bool {
      moment != other.moment ? moment < other.moment : number < other.number
    }
  }

  private var heap: [Entry] = []
  private var count = 0

  /// When the earliest entry is due.
  var next: Timestamp? { heap.first?.moment }

  mutating func add(_ step: Step, at moment: Timestamp) {
    count += 1
    heap.append(Entry(moment: moment, number: count, step: step))
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard heap[child].precedes(heap[parent]) else { break }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  mutating func removeFirst() -> (moment: Timestamp, step: Step)? {
    guard let last = heap.popLast() else { return nil }
    guard let first = heap.first else { return (last.moment, last.step) }
    heap[0] = last
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < heap.count else { break }
      if child + 1 < heap.count, heap[child + 1].precedes(heap[child]) { child += 1 }
      guard heap[child].precedes(heap[parent]) else { break }
      heap.swapAt(child, parent)
      parent = child
    }
    return (first.moment, first.step)
  }
}

/// Something that the switchboard does later; one whose channel is gone by then does nothing.
enum Step: Hashable, Sendable {
  /// The invitation reaches the phone.
  case invite(ChannelID)
  case answer(ChannelID)
  /// The called party has rung for too long.
  case giveUp(ChannelID)
  /// The channel's dialplan goes on.
  case proceed(ChannelID, Destination)
  case joinQueue(ChannelID)
  /// A voice menu's prompt is over.
  case endPrompt(ChannelID)
  /// The person at the phone puts the receiver down.
  case putDown(ChannelID)
  case holdForConsultation(ChannelID)
  case beginConsultation(ChannelID)
  case cancelConsultation(ChannelID)
  case returnFromConsultation(ChannelID)
}
