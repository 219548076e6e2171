import FlowSyntax
import PBXModel

/// How waits put times and sightings into words.
enum WaitText {
  /// Such as `0.2 s`.
  private static func seconds(_ duration: Duration) -> String {
    let milliseconds = duration.nanoseconds / 1_000_000
    let seconds = milliseconds / 1000
    let rest = (milliseconds % 1000).magnitude
    guard rest > 0 else { return "\(seconds) s" }
    var digits = String(rest)
    digits = String(repeating: "0", count: 3 - digits.count) + digits
    while digits.last == "0" { digits.removeLast() }
    return "\(seconds).\(digits) s"
  }

  /// The limit of a wait, and where it comes from.
  static func limit(_ limit: Duration, isDefault: Bool) -> String {
    text(limit) + (isDefault ? ", the default" : "")
  }

  /// As a script would write it.
  static func text(_ duration: Duration) -> String {
    DurationText.format(duration.nanoseconds)
  }

  /// Such as `+0.2 s`.
  static func offset(of moment: Timestamp, from start: Timestamp) -> String {
    "+" + seconds(start.duration(to: moment))
  }

  /// What a track saw: `8002: ringing since +0.2 s, never answered`.
  static func sightings(
    of name: String, _ track: PartyTrack, from start: Timestamp, awaiting state: CallState?
  ) -> String {
    var sightings = track.sightings.filter { $0.moment >= start }
    // What was seen before the command goes on until something else is seen.
    let isSeenAtStart = sightings.first?.moment == start
    let earlier = isSeenAtStart ? nil : track.sightings.last { $0.moment < start }?.words
    // What it was at the very beginning says nothing once more was seen.
    while earlier == nil, sightings.count > 1,
      ["idle", "with a new channel"].contains(sightings[0].words)
    {
      sightings.removeFirst()
    }
    var parts = earlier.map { ["\($0) before"] } ?? []
    for (index, sighting) in sightings.enumerated() {
      let word = index == sightings.count - 1 ? "since" : "from"
      parts.append("\(sighting.words) \(word) \(offset(of: sighting.moment, from: start))")
    }
    if parts.isEmpty { parts.append("never seen") }
    switch state {
    case .answered where !track.hasAnswered: parts.append("never answered")
    case .ringing where !track.hasRung: parts.append("never ringing")
    case .answered, .ended, .idle, .ringing, nil: break
    }
    return "\(name): " + parts.joined(separator: ", ")
  }

  /// That somebody else used a party; nil where nobody did.
  static func strangers(of name: String, _ track: PartyTrack) -> String? {
    guard let before = track.before, !before.isQuiet else { return nil }
    return "\(name) was `\(before.state.rawValue)` by another call before"
  }

  /// All that was seen of a party, one line each.
  static func lines(
    of party: CallParty, from start: Timestamp, awaiting state: CallState?
  ) -> [String] {
    switch party.role {
    case .extension:
      return lines(of: party.number, party.track, from: start, awaiting: state)
    case .outside:
      let begun = party.trunks.filter { $0.track.hasBegun }
      if begun.isEmpty {
        return ["\(party.number) is no extension, and no trunk showed a call to it"]
      }
      return begun.flatMap {
        lines(of: "trunk `\($0.name)`", $0.track, from: start, awaiting: state)
      }
    case .application:
      return ["\(party.number) is no extension: nothing shows what goes on there"]
    }
  }

  static func lines(
    of name: String, _ track: PartyTrack, from start: Timestamp, awaiting state: CallState?
  ) -> [String] {
    [strangers(of: name, track), sightings(of: name, track, from: start, awaiting: state)]
      .compactMap(\.self)
  }
}
