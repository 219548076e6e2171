package import PBXModel

/// How far a call has come, as its tracks tell.
enum CallProgress: Hashable, Sendable {
  /// Taken by the PBX, not seen yet.
  case starting
  case running
  case over
  /// Nothing of it appeared in the time that a beginning may take.
  case neverBegan

  /// Reads a call's tracks.
  ///
  /// - Parameters:
  ///   - round: the newest round; a track that it did not show proves no end.
  ///   - hasRecord: whether a call record of it has come.
  ///   - beginLimit: how long a beginning may take.
  init(
    of call: TrackedCall, at now: Timestamp, round: Int, hasRecord: Bool, beginLimit: Duration
  ) {
    let hasBegun = call.hasBegun
    let watched = call.observedTracks
    let leastQuiet = watched.map { $0.lastRound == round ? $0.quietSamples : 0 }.min()
    if call.isOver {
      self = .over
    } else if hasBegun, let leastQuiet, leastQuiet >= 2 {
      self = .over
    } else if hasRecord && leastQuiet ?? 1 >= 1 {
      self = .over
    } else if hasBegun {
      self = .running
    } else if call.beganAt.duration(to: now) >= beginLimit {
      self = .neverBegan
    } else {
      self = .starting
    }
  }
}

extension TrackedCall {
  /// Whether anything of it was ever seen.
  package var hasBegun: Bool {
    everybody.contains { $0.hasBegun }
  }

  /// The tracks of those in it now whose state is there to be read.
  var observedTracks: [PartyTrack] {
    allParties.compactMap(\.observedTrack)
  }

  /// Whether the samples alone leave its end open: then its record is looked for as well.
  ///
  /// A call can be shorter than the time between two samples, and what goes on behind a queue or a
  /// shared trunk shows in no sample at all.
  func needsRecord(at now: Timestamp) -> Bool {
    !isOver && (!hasBegun || observedTracks.isEmpty)
      && beganAt.duration(to: now) >= .seconds(1)
  }

  /// Whether a record is of this call.
  package func isRecorded(in record: CallRecord) -> Bool {
    guard let uniqueid, !uniqueid.isEmpty else { return false }
    return record.linkedid == uniqueid || record.uniqueid == uniqueid
  }
}
