import PBXModel
import PBXTestSupport
import Synchronization

/// A PBX that knows one call and one page, and pushes what it is told to.
final class StubPBX: PartialPBXService {
  private let subscribers = Mutex<[AsyncThrowingStream<[BillingRecord], any Error>.Continuation]>(
    [])
  private let (subscriptions, subscribed) = AsyncStream<Int>.makeStream()

  func dial(_ request: Dial) async throws(PBXError) -> Dial.Answer {
    guard request.dest == "8002" else { throw Dial.failed("no such number") }
    return Dial.Answer(uniqueid: "hwd-1.0")
  }

  func endpointStatus(_ request: ListEndpoints) async throws(PBXError) -> Page<EndpointStatus> {
    Page(
      rows: [
        EndpointStatus(json: [
          "endpoint": .string(request.endpoint ?? "8001"), "page": .integer(request.page),
          "pageSize": .integer(request.pageSize),
        ])
      ], total: 1)
  }

  func agents(_ request: ListAgents) async throws(PBXError) -> AgentTable {
    AgentTable(agents: [])
  }

  func markVoicemail(_ request: MarkVoicemail) async throws(PBXError) {}

  func recording(at path: RecordingPath) async throws(PBXError) -> Recording {
    guard path.description == "monitor/a b.wav" else {
      throw PBXError(operation: path.description, cause: .noRecording)
    }
    return Recording(Array("sound".utf8))
  }

  func billingPush() async throws(PBXError) -> BillingFeed {
    let (messages, continuation) = AsyncThrowingStream<[BillingRecord], any Error>.makeStream()
    let count = subscribers.withLock { subscribers in
      subscribers.append(continuation)
      return subscribers.count
    }
    subscribed.yield(count)
    return BillingFeed(messages)
  }

  /// Waits until so many read the push.
  func waitForReaders(_ count: Int) async {
    _ = await subscriptions.first { $0 >= count }
  }

  func push(_ records: [BillingRecord]) {
    for subscriber in subscribers.withLock({ $0 }) { subscriber.yield(records) }
  }

  func loseFeed() {
    for subscriber in subscribers.withLock({ $0 }) {
      subscriber.finish(throwing: PBXError(operation: "push", cause: .connection("lost")))
    }
  }
}
