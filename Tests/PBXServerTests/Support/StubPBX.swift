import PBXModel
import PBXTestSupport
import Synchronization

/// A PBX that knows one call and one page, and pushes what it is told to.
final class StubPBX: PartialPBXService {
  private let subscribers = Mutex<[AsyncThrowingStream<[BillingRecord], any Error>.Continuation]>(
    [])

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

  private let beforePush = Mutex<(@Sendable () async -> Void)?>(nil)
  private let pushError: PBXError.Cause?

  init(pushError: PBXError.Cause? = nil) {
    self.pushError = pushError
  }

  func billingPush() async throws(PBXError) -> BillingFeed {
    if let pushError { throw PBXError(operation: "push", cause: pushError) }
    if let waiting = beforePush.withLock({ $0 }) { await waiting() }
    let (messages, continuation) = AsyncThrowingStream<[BillingRecord], any Error>.makeStream()
    subscribers.withLock { $0.append(continuation) }
    return BillingFeed(messages)
  }

  /// Has whoever asks for the push wait for something.
  func holdPush(until waiting: @escaping @Sendable () async -> Void) {
    beforePush.withLock { $0 = waiting }
  }

  /// So many have asked for the push.
  var readers: Int { subscribers.withLock { $0.count } }

  func push(_ records: [BillingRecord]) {
    for subscriber in subscribers.withLock({ $0 }) { subscriber.yield(records) }
  }

  func loseFeed() {
    for subscriber in subscribers.withLock({ $0 }) {
      subscriber.finish(throwing: PBXError(operation: "push", cause: .connection("lost")))
    }
  }
}
