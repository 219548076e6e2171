import PBXModel

/// An attended transfer that runs.
struct Consultation: Hashable, Sendable {
  enum Phase: Hashable, Sendable {
    /// The target's digits are keyed in; the peer may be held already.
    case keying
    /// The transferer is in a bridge with the first half of a pair, whose second one calls.
    case consulting
    /// The target is gone; the transferer hears a tone and returns to the peer.
    case returning
  }

  let transferer: ChannelID
  /// The held peer.
  let transferee: ChannelID
  let destination: Destination
  /// When the digits are keyed in.
  let begin: Timestamp
  var phase = Phase.keying
  var isCancelled = false
  /// The half of the pair that the transferer talks into.
  var first: ChannelID?
  /// The bridge in which the peer waits.
  var bridge: BridgeID?
  /// Who hears music: the peer, or the phone behind it.
  var held: ChannelID?
  /// The peer's record, where the call was the peer's.
  var suspendedRecord: RecordDraft?
}
