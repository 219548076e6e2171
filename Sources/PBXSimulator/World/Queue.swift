/// A queue: callers wait in it for its agents.
package struct Queue: Hashable, Sendable {
  /// Which agent a caller rings, by the names of Asterisk's `queues.conf`.
  package enum Strategy: String, Hashable, Sendable, CaseIterable {
    /// All that are free.
    case ringall
    /// Who has talked least recently.
    case leastrecent
    /// Who has taken the fewest calls.
    case fewestcalls
    /// Anyone, from the seed.
    case random
    /// In turn, behind whom was rung last.
    case rrmemory
    /// Always in the order in which they signed in.
    case linear
  }

  /// `joinempty` and `leavewhenempty` of `queues.conf`: which agents do not count.
  ///
  /// A queue is empty where nobody is signed in who counts. An agent at an extension without an
  /// endpoint never does; one in a call, or in the wrap-up after it, always does.
  package enum EmptyRule: String, Hashable, Sendable, CaseIterable {
    /// The queue is never empty to it.
    case off
    /// Nor does one in a break: `joinempty=no`, `leavewhenempty=yes`.
    case unpaused
    /// All others count.
    case loose
    /// Nor does one in a break, or whose phone is not registered.
    case strict
  }

  package var number: String
  package var name: String
  package var strategy: Strategy
  /// How long agents' phones ring for a caller; without limit where it is zero.
  package var ringTimeout: Duration
  /// How long after an unanswered ring the next one begins.
  package var retry: Duration
  /// How long an agent is left alone after a call, by all queues.
  package var wrapUp: Duration
  /// How long a caller waits at most; for ever where it is nil.
  package var maxWait: Duration?
  /// So many callers wait at most; without limit where it is nil.
  package var maxLength: Int?
  /// How soon an agent has to answer for a record's `service_level` to be 1.
  package var serviceLevel: Duration
  /// When no caller may join.
  package var joinRefusal: EmptyRule
  /// When those who wait have to leave.
  package var leaveWhenEmpty: EmptyRule
  /// Where a caller goes who may not join or has to leave, a number or `CONTEXT,EXTEN,PRIORITY`;
  /// the call ends where it is nil.
  package var overflow: String?

  package init(
    number: String, name: String = "", strategy: Strategy = .ringall,
    ringTimeout: Duration = .seconds(15), retry: Duration = .seconds(1),
    wrapUp: Duration = .zero, maxWait: Duration? = nil, maxLength: Int? = nil,
    serviceLevel: Duration = .seconds(60), joinRefusal: EmptyRule = .off,
    leaveWhenEmpty: EmptyRule = .off, overflow: String? = nil
  ) {
    self.number = number
    self.name = name
    self.strategy = strategy
    self.ringTimeout = ringTimeout
    self.retry = retry
    self.wrapUp = wrapUp
    self.maxWait = maxWait
    self.maxLength = maxLength
    self.serviceLevel = serviceLevel
    self.joinRefusal = joinRefusal
    self.leaveWhenEmpty = leaveWhenEmpty
    self.overflow = overflow
  }
}
