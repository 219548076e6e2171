import PBXModel

/// A caller who waits in a queue.
struct QueuedCaller: Sendable {
  /// Agents' phones that ring for the caller, or rang until they refused.
  struct Attempt: Sendable {
    /// The agents' channels that ring.
    var legs: [ChannelID]
    /// The serials of the members who have been rung.
    var rung: Set<Int>
  }

  let queue: String
  /// The number that the caller shows.
  let number: String
  /// The caller's place among all who ever came to a queue.
  let arrival: Int
  let begin: Timestamp
  var attempt: Attempt?
  /// How many attempts there have been.
  var attempts = 0
  /// Whether an attempt has failed just now: the next one waits for a moment.
  var isResting = false
  /// The serial of the member who was rung last for this caller.
  var lastRung: Int?
}
