package import PBXModel

/// What one status request showed of one party: the rows of the state table that need no memory.
package struct PartySample: Hashable, Sendable {
  /// The round of the poller that asked; 0 for a sample taken before a command.
  package var round: Int
  /// When it was asked for, not when it was answered.
  package var askedAt: Timestamp
  package var state: DeviceState
  package var channels: Int

  package init(round: Int, askedAt: Timestamp, state: DeviceState, channels: Int) {
    self.round = round
    self.askedAt = askedAt
    self.state = state
    self.channels = channels
  }

  /// `Ringing` or `Ring+Inuse`.
  package var isRinging: Bool {
    state == .ringing || state == .ringingInUse
  }

  /// In use in any of the PBX's words, with a channel: a fresh channel counts before its state
  /// changes and may be gone before its state goes back.
  package var isInUse: Bool {
    channels > 0
      && (state == .inUse || state == .onHold || state == .ringingInUse || state == .busy)
  }

  /// `Not in use`, and no channel.
  package var isIdle: Bool {
    state == .notInUse && channels == 0
  }

  /// Nothing goes on there, registered or not.
  package var isQuiet: Bool {
    channels == 0 && (state == .notInUse || state == .unavailable)
  }

  /// How many channels are surely in use: of `Ring+Inuse` one rings.
  var inUseCount: Int {
    guard isInUse else { return 0 }
    return state == .ringingInUse ? max(1, channels - 1) : channels
  }

  /// In words, for what a wait saw.
  package var words: String {
    switch state {
    case .notInUse: channels == 0 ? "idle" : "with a new channel"
    case .inUse: "in use"
    case .ringing: "ringing"
    case .ringingInUse: "ringing and in use"
    case .onHold: "on hold"
    case .unavailable: "not registered"
    default: "`\(state.rawValue)`"
    }
  }
}

extension PartySample {
  /// An extension's sample.
  package init(_ status: EndpointStatus, round: Int, askedAt: Timestamp) {
    self.init(
      round: round, askedAt: askedAt, state: status.state, channels: status.channelCount)
  }

  /// A trunk's sample.
  package init(_ status: TrunkStatus, round: Int, askedAt: Timestamp) {
    self.init(
      round: round, askedAt: askedAt, state: status.state, channels: status.channelCount)
  }
}
