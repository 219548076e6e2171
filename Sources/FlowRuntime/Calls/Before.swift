import PBXModel

/// What the PBX showed of a command's parties before the command.
package struct Before: Sendable {
  /// The named numbers in their order; nil for what is no extension.
  package var endpoints: [(number: String, sample: PartySample?)]
  /// All trunks, where any of the numbers is no extension.
  package var trunks: [(name: String, sample: PartySample)]
  /// The newest sample of every number that the test has seen, whoever asked for it.
  package var known: [String: PartySample] = [:]

  package init(
    endpoints: [(number: String, sample: PartySample?)] = [],
    trunks: [(name: String, sample: PartySample)] = []
  ) {
    self.endpoints = endpoints
    self.trunks = trunks
  }

  /// Whom an outside caller calls: what is no extension is an application of the PBX.
  func dialledParty(_ number: String, after round: Int) -> CallParty {
    guard let sample = endpoints.first(where: { $0.number == number })?.sample else {
      return CallParty(application: number)
    }
    return CallParty(extension: number, track: PartyTrack(before: sample, round: round))
  }

  /// A party whose track begins now.
  ///
  /// - Parameters:
  ///   - trunk: the trunk that is known to carry an outside end.
  ///   - round: the last round that began before the command was done.
  func party(_ number: String, over trunk: String? = nil, after round: Int) -> CallParty {
    if let sample = endpoints.first(where: { $0.number == number })?.sample {
      return CallParty(extension: number, track: PartyTrack(before: sample, round: round))
    }
    let candidates = trunks.filter { trunk == nil || $0.name == trunk }
    if candidates.isEmpty { return CallParty(application: number) }
    return CallParty(
      outside: number,
      trunks: candidates.map {
        .init(name: $0.name, track: PartyTrack(before: $0.sample, round: round))
      })
  }
}
