import PBXModel
import Synchronization

/// Those who are told of every billing record.
struct BillingSubscribers {
  /// How a reader is connected.
  enum Reader: Hashable, Sendable {
    /// By a socket, which may be lost.
    case socket
    /// For ever: after a loss it connects again and finds in the list what it missed.
    case lasting
  }

  private struct Subscriber {
    var messages: Messages.Continuation
    var reader: Reader
  }

  /// So many messages may wait for one who does not read; then he is told that he missed some, and
  /// asks the list.
  private static let patience = 10_000

  private typealias Messages = AsyncThrowingStream<[BillingRecord], any Error>

  private var subscribers: [Int: Subscriber] = [:]
  /// What the lasting readers do not know yet, because the network is down.
  private var held: [[BillingRecord]] = []
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

  /// Whether records wait for the network.
  var isHolding: Bool { !held.isEmpty }

  mutating func subscribe(as reader: Reader) -> BillingFeed {
    forgetLeavers()
    let (messages, continuation) = Messages.makeStream(
      bufferingPolicy: .bufferingOldest(Self.patience))
    lastNumber += 1
    continuation.onTermination = { [leavers, number = lastNumber] _ in leavers.add(number) }
    subscribers[lastNumber] = Subscriber(messages: continuation, reader: reader)
    return BillingFeed(messages)
  }

  /// Tells all of some records, in one message; while the network is down, nobody.
  mutating func push(_ message: [BillingRecord], isNetworkDown: Bool = false) {
    forgetLeavers()
    if isNetworkDown, subscribers.values.contains(where: { $0.reader == .lasting }) {
      held.append(message)
    }
    for subscriber in subscribers.values where !isNetworkDown {
      tell(subscriber, of: message)
    }
  }

  /// The network is there again.
  mutating func release() {
    forgetLeavers()
    for subscriber in subscribers.values where subscriber.reader == .lasting {
      for message in held { tell(subscriber, of: message) }
    }
    held = []
  }

  /// Closes the sockets.
  mutating func dropSockets() {
    forgetLeavers()
    for (number, subscriber) in subscribers where subscriber.reader == .socket {
      subscriber.messages.finish(
        throwing: PBXError(operation: "billing push", cause: .connection(LossReason.broken)))
      subscribers[number] = nil
    }
  }

  private func tell(_ subscriber: Subscriber, of message: [BillingRecord]) {
    if case .dropped = subscriber.messages.yield(message) {
      subscriber.messages.finish(
        throwing: PBXError(operation: "billing push", cause: .connection("too slow a reader")))
    }
  }

  private mutating func forgetLeavers() {
    for number in leavers.take() { subscribers[number] = nil }
  }
}
