import PBXClient
import PBXModel
import Testing

/// Random numbers that a seed gives again.
private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite struct `A billing push over random scripts` {
  private static let length = 1200.0

  /// - Parameter offset: how many seconds the PBX's clock, which rows are written by, is ahead.
  private func script(
    seed: UInt64, isFromStart: Bool, offset: Double
  ) -> FakeBillingPBX.Script {
    var random = SplitMix64(state: seed)
    func number(_ range: Range<Double>) -> Double { .random(in: range, using: &random) }
    func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

    var script = FakeBillingPBX.Script()
    let slowness = [0.0, 0.5, 5.0].randomElement(using: &random)!
    for index in 0..<Int.random(in: 1...80, using: &random) {
      let end = number(2..<Self.length)
      let start = end - number(0..<570)
      let record = BillingRecord("hwd-\(index)", from: .at(start + offset), to: .at(end + offset))
      // Identical rows: what is pushed and listed of one may be lost of the other.
      repeat {
        let lags = [0.0, 0.05, number(0..<5)]
        script.rows.append(
          FakeBillingPBX.Row(
            record: record, listedAt: .at(end + lags.randomElement(using: &random)!),
            pushedAt: .at(end + lags.randomElement(using: &random)!)))
      } while chance(25)
    }
    for _ in 0..<Int.random(in: 0...12, using: &random) {
      let drop = number(1..<Self.length)
      script.drops.append(.at(drop))
      if chance(50) {
        script.outages.append(.at(drop)..<Timestamp.at(drop + number(1..<300)))
      }
    }
    if isFromStart, chance(50) { script.outages.append(.at(0)..<Timestamp.at(number(1..<60))) }
    if chance(30) {
      let begin = number(0..<Self.length)
      script.listOutages.append(.at(begin)..<Timestamp.at(begin + number(1..<120)))
    }
    script.listDelay = .seconds(slowness)
    return script
  }

  private func counts(_ ids: [String]) -> [String: Int] {
    Dictionary(ids.map { ($0, 1) }, uniquingKeysWith: +)
  }

  @Test(arguments: 1...150 as ClosedRange<UInt64>)
  func `gives every row as often as it exists`(seed: UInt64) async throws {
    let isFromStart = seed.isMultiple(of: 2)
    let offset = [0.0, 300, -300][Int(seed / 6 % 3)]
    var script = script(seed: seed, isFromStart: isFromStart, offset: offset)
    let expected = counts(script.rows.map(\.record.uniqueid))
    // What ended before is not the feed's, though it stands in the list; by our clock it is known
    // no better than the PBX's clock may be behind.
    let early = isFromStart ? -5.0 : -905
    script.rows.append(
      FakeBillingPBX.Row(
        record: BillingRecord("early", from: .at(early - 55 + offset), to: .at(early + offset)),
        listedAt: .at(early), pushedAt: .at(early)))
    let isSlow = seed.isMultiple(of: 3)
    let (given, _) = try await records(
      of: script, since: isFromStart ? .at(offset) : nil, until: .at(Self.length + 7200)
    ) { clock in
      if isSlow { try await clock.sleep(for: .seconds(Int(seed % 90))) }
    }
    let actual = counts(given.ids)
    let wrong = Set(expected.keys).union(actual.keys).filter { expected[$0] != actual[$0] }
    #expect(
      wrong.isEmpty,
      "seed \(seed): \(wrong.map { "\($0) \(actual[$0] ?? 0) of \(expected[$0] ?? 0)" })")
  }
}
