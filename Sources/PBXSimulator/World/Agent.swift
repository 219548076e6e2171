package import PBXModel

/// Who is signed in at an extension when the world begins.
package struct Agent: Hashable, Sendable {
  package var id: String
  package var `extension`: String
  /// The queues, each with the agent's penalty there.
  package var queues: [Membership]
  package var pause: PauseCode

  /// An agent's place in a queue.
  package struct Membership: Hashable, Sendable {
    package var queue: String
    /// 0 to 99; the lowest is called first.
    package var penalty: Int

    package init(queue: String, penalty: Int = 0) {
      self.queue = queue
      self.penalty = penalty
    }
  }

  package init(
    id: String, extension: String, queues: [Membership], pause: PauseCode = .ready
  ) {
    self.id = id
    self.extension = `extension`
    self.queues = queues
    self.pause = pause
  }
}

/// How long an agent's passing states are shown.
package struct AgentTimers: Hashable, Sendable {
  /// How long a call that rang out is shown: status 8.
  package var ringTimeout: Duration
  /// From when on a break is overrun: status 9.
  package var breakLimit: Duration

  package init(ringTimeout: Duration = .seconds(5), breakLimit: Duration = .seconds(900)) {
    self.ringTimeout = ringTimeout
    self.breakLimit = breakLimit
  }
}
