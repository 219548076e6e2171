import NIOCore

/// How long a client may take, as a pure state machine over the parts of requests and answers.
///
/// A deadline stands still whatever trickles in, so that a byte now and then does not hold a
/// connection. While a request is worked on, nothing is the client's fault, and there is none.
struct ConnectionDeadlines: Sendable {
  private let limits: PBXServer.Limits
  /// By when the head or the body must have come that is awaited.
  private var readDeadline: NIODeadline?
  /// By when something must have left of what waits for the client.
  private var writeDeadline: NIODeadline?
  private var isReadingBody = false
  /// Requests whose answers are not written yet.
  private var pending = 0
  /// Answers that have not left yet.
  private var unsent = 0
  private var isWritable = true
  private(set) var isStopping = false

  init(limits: PBXServer.Limits, at now: NIODeadline) {
    self.limits = limits
    readDeadline = now + TimeAmount(limits.headTime)
  }

  /// Whether the client has had its time.
  func isExpired(at now: NIODeadline) -> Bool {
    readDeadline.map { $0 <= now } ?? false || writeDeadline.map { $0 <= now } ?? false
  }

  /// Whether the connection is to be closed once nothing waits to leave.
  var isDone: Bool { isStopping && pending == 0 && unsent == 0 && !isReadingBody }

  /// Whether all is answered, and what still comes is read for one thing alone: that the client
  /// finds the answer, and no reset in its place (RFC 9112, section 9.6).
  var isDiscarding: Bool { isStopping && pending == 0 && isReadingBody }

  /// Whether the answer that is being written is the connection's last.
  var isLastAnswer: Bool { isStopping && pending == 1 }

  /// No request is to come after those that are there.
  mutating func stop(at now: NIODeadline) {
    isStopping = true
    limitDiscarding(at: now)
  }

  /// No request of the connection is under way, nor its answer.
  var isIdle: Bool { pending == 0 && unsent == 0 && !isReadingBody }

  mutating func receiveHead(at now: NIODeadline) {
    pending += 1
    isReadingBody = true
    // What comes ahead of its turn is not read before its turn, and cannot be late.
    readDeadline = pending == 1 ? now + TimeAmount(limits.bodyTime) : nil
  }

  mutating func receiveEnd(at now: NIODeadline) {
    isReadingBody = false
    readDeadline = pending == 0 ? now + TimeAmount(limits.idleTime) : nil
  }

  /// An answer was written to its end.
  mutating func writeEnd(at now: NIODeadline) {
    pending = max(0, pending - 1)
    unsent += 1
    writeDeadline = now + TimeAmount(limits.writeTime)
    if pending == 0, !isReadingBody {
      readDeadline = now + TimeAmount(limits.idleTime)
    } else if pending == 1, isReadingBody {
      readDeadline = now + TimeAmount(limits.bodyTime)
    }
    limitDiscarding(at: now)
  }

  /// An answer has left.
  mutating func sent(at now: NIODeadline) {
    unsent = max(0, unsent - 1)
    restartWriting(at: now)
  }

  /// So much waits to leave that no more is to be written, or no longer so.
  mutating func changeWritability(to isWritable: Bool, at now: NIODeadline) {
    self.isWritable = isWritable
    restartWriting(at: now)
  }

  private mutating func limitDiscarding(at now: NIODeadline) {
    guard isDiscarding else { return }
    let end = now + TimeAmount(limits.closeTime)
    readDeadline = readDeadline.map { min($0, end) } ?? end
  }

  private mutating func restartWriting(at now: NIODeadline) {
    writeDeadline = unsent == 0 && isWritable ? nil : now + TimeAmount(limits.writeTime)
  }
}
