/// Something that a queue does later; one that has been overtaken by then does nothing.
enum QueueStep: Hashable, Sendable {
  /// The caller is answered, and begins to wait.
  case join(ChannelID)
  /// Callers whose turn it is ring agents.
  case takeTurns(queue: String)
  /// Somebody refused: the same attempt of the caller goes on with others.
  case ringNext(ChannelID, attempt: Int)
  /// The agents have rung for too long.
  case giveUpAttempt(ChannelID, attempt: Int)
  /// The pause after an attempt is over.
  case endRest(ChannelID, attempt: Int)
  /// The caller has waited for too long.
  case expire(ChannelID, arrival: Int)
  /// Whoever waits leaves a queue without agents.
  case leaveIfEmpty(queue: String)
  /// An agent's wrap-up is over.
  case endWrapUp(extension: String)
}
