/// Things that are due at moments: the earliest first, those of one moment in order of arrival.
package struct TimedQueue<Element: Sendable>: Sendable {
  private struct Entry: Sendable {
    var moment: Timestamp
    var arrival: Int
    var element: Element

    func precedes(_ other: Entry) -> Bool {
      moment != other.moment ? moment < other.moment : arrival < other.arrival
    }
  }

  /// A binary heap: each entry stands before its two children at 2n + 1 and 2n + 2.
  private var entries: [Entry] = []
  private var arrivals = 0

  package init() {}

  /// When the first element is due, nil where there is none.
  package var next: Timestamp? { entries.first?.moment }

  /// Adds an element, behind those of the same moment.
  package mutating func insert(_ element: Element, at moment: Timestamp) {
    arrivals += 1
    entries.append(Entry(moment: moment, arrival: arrivals, element: element))
    var child = entries.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard entries[child].precedes(entries[parent]) else { break }
      entries.swapAt(child, parent)
      child = parent
    }
  }

  /// Takes out what is due first, nil where there is nothing.
  package mutating func removeFirst() -> (moment: Timestamp, element: Element)? {
    guard let last = entries.popLast() else { return nil }
    guard let first = entries.first else { return (last.moment, last.element) }
    entries[0] = last
    sink()
    return (first.moment, first.element)
  }

  /// Moves the entry at the top down to where it belongs.
  private mutating func sink() {
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < entries.count else { return }
      if child + 1 < entries.count, entries[child + 1].precedes(entries[child]) { child += 1 }
      guard entries[child].precedes(entries[parent]) else { return }
      entries.swapAt(child, parent)
      parent = child
    }
  }
}
