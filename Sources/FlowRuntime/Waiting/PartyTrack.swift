package import PBXModel

/// What the samples since a command say of one party, set against the sample before it.
///
/// A stranger's call on the same party is neither an answer nor a beginning: only what came on top
/// of the sample before the command counts.
package struct PartyTrack: Hashable, Sendable {
  /// The least number of channels in use by others, as far as the samples can tell.
  private(set) var inUseElsewhere: Int
  /// The least number of all channels of others.
  private(set) var channelsElsewhere: Int
  /// Whether it rang for another call, and has not stopped since.
  private(set) var ringsElsewhere: Bool
  /// Rounds up to this one were asked for before the command.
  private(set) var lastRound: Int

  /// The newest sample that was taken; nil before the first.
  private(set) var newest: PartySample?
  /// Whether anything of this call was seen at all.
  package private(set) var hasBegun = false
  package private(set) var hasRung = false
  /// When a sample first showed it answered; nil before.
  package private(set) var answeredAt: Timestamp?
  /// Whether the newest sample shows it.
  package private(set) var isRinging = false
  package private(set) var isAnswered = false
  package private(set) var isIdle = false
  package private(set) var isHeld = false
  /// How many samples in a row showed nothing of this call.
  package private(set) var quietSamples = 0
  /// What was seen, one entry a change, oldest first.
  package private(set) var sightings: [Sighting] = []
  /// The sample before the command; nil where there was none.
  package let before: PartySample?

  package struct Sighting: Hashable, Sendable {
    package var moment: Timestamp
    package var words: String
  }

  /// A track that begins with a command.
  ///
  /// - Parameter round: the last round that was asked for before the command was done.
  package init(before: PartySample?, round: Int = 0) {
    self.before = before
    inUseElsewhere = before?.inUseCount ?? 0
    channelsElsewhere = before?.channels ?? 0
    ringsElsewhere = before?.isRinging ?? false
    lastRound = round
  }

  package var hasAnswered: Bool { answeredAt != nil }

  /// How many of the newest sample's channels were not there before.
  package private(set) var channelsGained = 0

  /// Takes a sample; one that was asked for before the command, or was taken already, is left out.
  package mutating func observe(_ sample: PartySample) {
    guard sample.round > lastRound else { return }
    lastRound = sample.round
    newest = sample

    isAnswered =
      sample.isInUse
      && (sample.state == .ringingInUse
        ? inUseElsewhere == 0 : sample.channels > inUseElsewhere)
    isRinging =
      sample.isRinging && (!ringsElsewhere || sample.channels > channelsElsewhere)
    isIdle = sample.isIdle
    isHeld = sample.state == .onHold
    channelsGained = max(0, sample.channels - channelsElsewhere)

    let isQuiet =
      sample.isQuiet
      || (channelsElsewhere > 0 && sample.channels <= channelsElsewhere
        && !isRinging && !isAnswered)
    if isQuiet {
      quietSamples += 1
    } else {
      quietSamples = 0
      hasBegun = true
    }
    hasRung = hasRung || isRinging
    if isAnswered, answeredAt == nil { answeredAt = sample.askedAt }

    inUseElsewhere = min(inUseElsewhere, sample.inUseCount)
    channelsElsewhere = min(channelsElsewhere, sample.channels)
    ringsElsewhere = ringsElsewhere && sample.isRinging
    if sightings.last?.words != sample.words {
      sightings.append(Sighting(moment: sample.askedAt, words: sample.words))
    }
  }
}
