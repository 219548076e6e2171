import PBXModel

/// One end of a call: what can be watched of it, and what was seen.
package struct CallParty: Hashable, Sendable {
  package enum Role: Hashable, Sendable {
    /// Its own device state is there to be read.
    case `extension`
    /// Somebody behind a trunk; only the trunk's state is there to be read.
    case outside
    /// A queue, an IVR or another application: nothing shows whether it took the call.
    case application
  }

  package let number: String
  package let role: Role
  /// The extension's own track, of no use for others.
  package private(set) var track: PartyTrack
  /// For an outside end: each trunk that may carry it.
  package private(set) var trunks: [TrunkTrack]

  package struct TrunkTrack: Hashable, Sendable {
    package var name: String
    package var track: PartyTrack
  }

  package init(extension number: String, track: PartyTrack) {
    self.number = number
    self.role = .extension
    self.track = track
    self.trunks = []
  }

  package init(outside number: String, trunks: [TrunkTrack]) {
    self.number = number
    self.role = .outside
    self.track = PartyTrack(before: nil)
    self.trunks = trunks
  }

  package init(application number: String) {
    self.number = number
    self.role = .application
    self.track = PartyTrack(before: nil)
    self.trunks = []
  }

  /// What the poller has to ask for; nil where nothing shows it.
  package var watchKey: WatchKey? {
    switch role {
    case .extension: .endpoint(number)
    case .outside: .trunks
    case .application: nil
    }
  }

  package mutating func observe(_ snapshot: Snapshot) {
    switch role {
    case .extension:
      if let sample = snapshot.sample(of: number) { track.observe(sample) }
    case .outside:
      for status in snapshot.trunks {
        guard let index = trunks.firstIndex(where: { $0.name == status.endpoint }) else { continue }
        trunks[index].track.observe(
          PartySample(status, round: snapshot.round, askedAt: snapshot.askedAt))
      }
    case .application: break
    }
  }

  /// The track that shows this end: an outside one's is that of the only trunk that took a call
  /// since, as long as that call is the only one on it; nil where none can be told.
  package var observedTrack: PartyTrack? {
    switch role {
    case .extension: return track
    case .outside:
      let candidates = trunks.filter { $0.track.hasBegun }
      guard candidates.count == 1, let trunk = candidates.first, !trunk.isShared else { return nil }
      return trunk.track
    case .application: return nil
    }
  }

  /// Whether an outside end was seen on a trunk that carries others too.
  package var isOnSharedTrunk: Bool {
    role == .outside && trunks.contains { $0.track.hasBegun && $0.isShared }
  }

  package var hasBegun: Bool { observedTrack?.hasBegun ?? false }
  package var isAnswered: Bool { observedTrack?.isAnswered ?? false }
  package var hasAnswered: Bool { observedTrack?.hasAnswered ?? false }
  package var isRinging: Bool { observedTrack?.isRinging ?? false }
  package var isIdle: Bool { observedTrack?.isIdle ?? (role == .outside) }
  /// How many samples in a row showed nothing of the call here; 0 where nothing can be told.
  package var quietSamples: Int { observedTrack?.quietSamples ?? 0 }
}

extension CallParty.TrunkTrack {
  /// Whether the trunk carried another call before, or carries more than one now.
  fileprivate var isShared: Bool {
    track.channelsGained > 1 || track.channelsElsewhere > 0
  }
}
