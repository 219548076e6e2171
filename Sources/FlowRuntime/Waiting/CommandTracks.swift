import PBXModel

/// What a branch saw of numbers since its last call-making command, set against what was known of
/// them before it.
///
/// The parties of the call that the command made have tracks of their own; these are for whoever
/// else a wait names.
struct CommandTracks {
  /// The newest sample of each number before the command.
  private let known: [String: PartySample]
  /// Rounds up to this one may be older than the command.
  private let lastRound: Int
  private var tracks: [String: PartyTrack] = [:]

  /// - Parameter lastRound: the last round that was asked for before the command was done.
  init(known: [String: PartySample] = [:], lastRound: Int = 0) {
    self.known = known
    self.lastRound = lastRound
  }

  func track(of number: String) -> PartyTrack? { tracks[number] }

  /// Whether a number was seen before the command.
  func isKnown(_ number: String) -> Bool { known[number] != nil }

  /// Takes what a snapshot shows; where nothing was known before, the first sample stands for it.
  mutating func observe(_ snapshot: Snapshot) {
    guard snapshot.round > lastRound else { return }
    for case .endpoint(let number) in snapshot.rows.keys {
      guard let sample = snapshot.sample(of: number) else { continue }
      tracks[number, default: PartyTrack(before: known[number] ?? sample, round: lastRound)]
        .observe(sample)
    }
  }
}
