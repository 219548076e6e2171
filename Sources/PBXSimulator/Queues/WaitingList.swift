/// Who waits in a queue, in the order they came; found by when they came, however many there are.
struct WaitingList: Sendable {
  /// A caller's place: a number that counts up from one caller to the next.
  private var entries: [(arrival: Int, caller: ChannelID)] = []

  var count: Int { entries.count }
  var isEmpty: Bool { entries.isEmpty }
  var callers: some Sequence<ChannelID> { entries.lazy.map(\.caller) }

  /// Adds a caller at the end.
  ///
  /// - Parameter arrival: higher than those of all others here.
  mutating func append(_ caller: ChannelID, arrival: Int) {
    entries.append((arrival, caller))
  }

  /// Takes out the caller with that number, if there is one.
  mutating func remove(arrival: Int) {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].arrival < arrival { low = middle + 1 } else { high = middle }
    }
    if low < entries.count, entries[low].arrival == arrival { entries.remove(at: low) }
  }
}
