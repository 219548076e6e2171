import FlowSyntax
import PBXModel

/// What a wait saw of a number that is in no call of the test.
struct OwnSightings {
  private var tracks: [(number: String, track: PartyTrack)] = []
  private var start: Timestamp?

  func lines(of number: String, awaiting state: CallState?) -> [String] {
    guard let start, let track = tracks.first(where: { $0.number == number })?.track else {
      return []
    }
    return WaitText.lines(of: number, track, from: start, awaiting: state)
  }

  mutating func observe(_ subject: StateSubject, in snapshot: Snapshot) {
    guard case .number(let number) = subject, let sample = snapshot.sample(of: number) else {
      return
    }
    if start == nil { start = snapshot.askedAt }
    if let index = tracks.firstIndex(where: { $0.number == number }) {
      tracks[index].track.observe(sample)
    } else {
      var track = PartyTrack(before: nil)
      track.observe(sample)
      tracks.append((number, track))
    }
  }
}
