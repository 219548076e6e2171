package import PBXModel

/// Whether the peer of a connection is there: sends pings and notices that nothing comes.
///
/// The time in which nobody reads counts for nothing: what the peer sent is not seen then.
package struct PushLiveness: Sendable {
  package static let interval = Duration.seconds(20)
  /// A peer that is silent for so many intervals is lost.
  package static let patience = 2
  /// A frame that came after so long a wait was not lying about before: the feed is good now.
  static let freshness = Duration.milliseconds(500)

  /// What is due.
  package enum Due: Hashable, Sendable {
    case ping([UInt8])
    case lost
  }

  /// The last moment at which the feed was known to be good.
  package private(set) var goodAt: Timestamp
  private var heardAt: Timestamp
  private var nextPing: Timestamp
  /// Since when nobody reads, nil while somebody does.
  private var idleSince: Timestamp?
  private var waitingSince: Timestamp
  private var lastPing = 0
  private var unanswered: [(number: Int, sentAt: Timestamp)] = []

  /// Begins with the connection.
  package init(at now: Timestamp) {
    goodAt = now
    heardAt = now
    nextPing = now.advanced(by: Self.interval)
    idleSince = now
    waitingSince = now
  }

  /// The next moment at which something is due where nothing comes before.
  package var deadline: Timestamp { min(nextPing, silenceEnd) }

  private var silenceEnd: Timestamp { heardAt.advanced(by: Self.interval * Self.patience) }

  /// What is due now; to be asked before each wait.
  package mutating func due(at now: Timestamp) -> Due? {
    if let idleSince {
      heardAt = heardAt.advanced(by: idleSince.duration(to: now))
      self.idleSince = now
    }
    if now >= silenceEnd { return .lost }
    guard now >= nextPing else { return nil }
    nextPing = now.advanced(by: Self.interval)
    lastPing += 1
    // More can be under way only while nobody reads; the answer to an old one proves little.
    if unanswered.count == Self.patience { unanswered.removeFirst() }
    unanswered.append((lastPing, now))
    return .ping(Array(String(lastPing).utf8))
  }

  /// A wait for a frame begins.
  package mutating func waits(at now: Timestamp) {
    idleSince = nil
    waitingSince = now
  }

  /// A wait ended, with a frame or without.
  package mutating func waited(for frame: PushFrame?, at now: Timestamp) {
    idleSince = now
    guard let frame else { return }
    heardAt = max(heardAt, now)
    if waitingSince.duration(to: now) >= Self.freshness { goodAt = max(goodAt, now) }
    // A pong may lie about, too; what it proves is that all was well when its ping was sent.
    if case .pong(let payload) = frame,
      let index = unanswered.firstIndex(where: { Array(String($0.number).utf8) == payload })
    {
      goodAt = max(goodAt, unanswered[index].sentAt)
      unanswered.removeFirst(index + 1)
    }
  }
}
