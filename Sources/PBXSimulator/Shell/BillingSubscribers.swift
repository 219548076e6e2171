import PBXModel
import Synchronization

/// Those who are told of every billing record.
struct BillingSubscribers {
  /// So many messages may wait for one who does not read; then he is told that he missed some, and
  /// asks the list.
  private static let patience = 10_000

  private typealias Messages = AsyncThrowingStream<[BillingRecord], any Error>

  private var subscribers: [Int: Messages.Continuation] = [:]
  private var lastNumber = 0
  /// Who does not listen any more, and is forgotten at the next occasion.
  private let leavers = Leavers()

  private final class Leavers: Sendable {
    private let numbers = Mutex<[Int]>([])

    func add(_ number: Int) { numbers.withLock { $0.append(number) } }

    func take() -> [Int] {
      numbers.withLock { numbers in
        defer { numbers = [] }
        return numbers
      }
    }
  }

  /// How many listen, as far as is known.
  var count: Int { subscribers.count }

  mutating func subscribe() -> BillingFeed {
    forgetLeavers()
    let (messages, continuation) = Messages.makeStream(
      bufferingPolicy: .bufferingOldest(Self.patience))
    lastNumber += 1
    continuation.onTermination = { [leavers, number = lastNumber] _ in leavers.add(number) }
    subscribers[lastNumber] = continuation
    return BillingFeed(messages)
  }

  /// Tells all of records that came at one moment, in one message.
  mutating func push(_ records: [BillingRecord]) {
    guard !records.isEmpty else { return }
    forgetLeavers()
    for subscriber in subscribers.values {
      if case .dropped = subscriber.yield(records) {
        subscriber.finish(
          throwing: PBXError(operation: "billing push", cause: .connection("too slow a reader")))
      }
    }
  }

  private mutating func forgetLeavers() {
    for number in leavers.take() { subscribers[number] = nil }
  }
}
