import FlowRuntime
import PBXModel
import Testing

@Suite struct `A party's track` {
  struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    var before: (DeviceState, Int)?
    var samples: [(DeviceState, Int)]
    var isAnswered = false
    var isRinging = false
    var hasBegun = true
    var quiet = 0
    var testDescription: String { name }
  }

  static let rows: [Row] = [
    Row(name: "an idle phone has not begun", samples: [(.notInUse, 0)], hasBegun: false, quiet: 1),
    Row(name: "a fresh channel is a beginning", samples: [(.notInUse, 1)]),
    Row(name: "a ringing phone rings", samples: [(.ringing, 1)], isRinging: true),
    Row(
      name: "a phone in use with a channel is answered", samples: [(.inUse, 1)], isAnswered: true),
    Row(name: "a phone in use without a channel is not", samples: [(.inUse, 0)]),
    Row(name: "a held phone is answered", samples: [(.onHold, 1)], isAnswered: true),
    Row(name: "Busy with a channel is answered", samples: [(.busy, 1)], isAnswered: true),
    Row(
      name: "Ring+Inuse out of nothing is both", samples: [(.ringingInUse, 2)], isAnswered: true,
      isRinging: true),
    Row(
      name: "a stranger's call is no answer and no beginning", before: (.inUse, 1),
      samples: [(.inUse, 1)], hasBegun: false, quiet: 1),
    Row(
      name: "one channel more than the stranger's is an answer", before: (.inUse, 1),
      samples: [(.inUse, 2)], isAnswered: true),
    Row(
      name: "Ring+Inuse on top of a stranger's call rings and is not answered",
      before: (.inUse, 1), samples: [(.ringingInUse, 2)], isRinging: true),
    Row(
      name: "after the stranger has gone one channel is an answer", before: (.inUse, 1),
      samples: [(.notInUse, 0), (.ringing, 1), (.inUse, 1)], isAnswered: true),
    Row(
      name: "a stranger's ringing is not the call's", before: (.ringing, 1),
      samples: [(.ringing, 1)], hasBegun: false, quiet: 1),
    Row(
      name: "ringing again after the stranger gave up is", before: (.ringing, 1),
      samples: [(.notInUse, 0), (.ringing, 1)], isRinging: true),
    Row(
      name: "two quiet samples are counted",
      samples: [(.inUse, 1), (.notInUse, 0), (.notInUse, 0)],
      quiet: 2),
    Row(
      name: "a state without its channel is not quiet", samples: [(.inUse, 1), (.inUse, 0)]),
    Row(
      name: "a phone that is not registered is quiet", samples: [(.unavailable, 0)],
      hasBegun: false, quiet: 1),
  ]

  @Test(arguments: rows)
  func `reads samples against the one before`(row: Row) {
    let start = Timestamp(nanoseconds: 0)
    let before = row.before.map {
      PartySample(round: 0, askedAt: start, state: $0.0, channels: $0.1)
    }
    var track = PartyTrack(before: before)
    for (index, sample) in row.samples.enumerated() {
      track.observe(
        PartySample(round: index + 1, askedAt: start, state: sample.0, channels: sample.1))
    }
    #expect(track.isAnswered == row.isAnswered)
    #expect(track.isRinging == row.isRinging)
    #expect(track.hasBegun == row.hasBegun)
    #expect(track.quietSamples == row.quiet)
  }

  @Test func `leaves out a sample that was asked for before the command`() {
    var track = PartyTrack(before: nil, round: 7)
    let sample = PartySample(
      round: 7, askedAt: Timestamp(nanoseconds: 0), state: .inUse, channels: 1)
    track.observe(sample)
    #expect(!track.hasBegun)
  }

  @Test func `counts one sample once`() {
    var track = PartyTrack(before: nil)
    let sample = PartySample(
      round: 1, askedAt: Timestamp(nanoseconds: 0), state: .notInUse, channels: 0)
    track.observe(sample)
    track.observe(sample)
    #expect(track.quietSamples == 1)
  }
}
