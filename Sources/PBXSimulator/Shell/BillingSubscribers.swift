import PBXModel

/// Those who are told of every billing record.
struct BillingSubscribers {
  /// So many messages may wait for one who does not read; then he is told that he missed some, and
  /// asks the list.
  private static let patience = 10_000

  private typealias Messages = AsyncThrowingStream<[BillingRecord], any Error>

  private var subscribers: [Messages.Continuation] = []

  mutating func subscribe() -> BillingFeed {
    let (messages, continuation) = Messages.makeStream(
      bufferingPolicy: .bufferingOldest(Self.patience))
    subscribers.append(continuation)
    return BillingFeed(messages)
  }

  /// Tells all of a record, and forgets who does not listen any more.
  mutating func push(_ record: BillingRecord) {
    subscribers.removeAll { subscriber in
      switch subscriber.yield([record]) {
      case .enqueued: return false
      case .terminated: return true
      case .dropped:
        subscriber.finish(
          throwing: PBXError(operation: "billing push", cause: .connection("too slow a reader")))
        return true
      @unknown default: return true
      }
    }
  }
}
