import PBXModel
import Testing

@testable import PBXSimulator

/// Random operations from a seed; whatever happens, the switchboard stays in order.
///
/// A failure names its seed; `CALLFLOW_SEED=` runs that one alone, `CALLFLOW_SEEDS=` so many.
struct SimulationTests {
  @Test(arguments: SimulationSeeds.all)
  func `whatever is asked of it, the switchboard stays in order`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var bench = Bench(world: RandomWorld.make(using: &random), seed: seed)
    var history: [(Duration, Input)] = []
    for _ in 0..<150 {
      let input = RandomInput.make(on: bench.switchboard, using: &random)
      history.append((bench.elapsed, input))
      _ = try? bench.send(input)
      let pause = Duration.milliseconds(
        Int.random(in: 0...1, using: &random) == 0
          ? Int.random(in: 0...400, using: &random) : Int.random(in: 0...4000, using: &random))
      bench.wait(pause)
      let violations = Invariants(switchboard: bench.switchboard).violations()
      guard violations.isEmpty else {
        Issue.record("seed \(seed): \(violations) after \(history.suffix(12))")
        return
      }
    }
    try bench.send(.restoreBehaviors)
    bench.wait(.seconds(120))
    let lost = Invariants(switchboard: bench.switchboard).lostChannels()
    #expect(lost.isEmpty, "seed \(seed)")
    try finish(&bench, seed: seed)
  }

  /// Hangs up everything, and looks whether all of it is over and recorded.
  private func finish(_ bench: inout Bench, seed: UInt64) throws {
    for number in RandomWorld.everybody { _ = try? bench.hangup(number) }
    bench.wait(.seconds(120))
    #expect(bench.switchboard.channels.isEmpty, "seed \(seed)")
    #expect(bench.switchboard.bridges.isEmpty, "seed \(seed)")
    #expect(bench.switchboard.consultations.isEmpty, "seed \(seed)")
    #expect(bench.switchboard.queueing.callers.isEmpty, "seed \(seed)")
    #expect(bench.switchboard.queueing.rings.isEmpty, "seed \(seed)")
    #expect(bench.switchboard.queueing.calls.isEmpty, "seed \(seed)")
    #expect(bench.switchboard.parkedCalls.isEmpty, "seed \(seed)")
    #expect(bench.switchboard.spies.isEmpty, "seed \(seed)")
    #expect(bench.switchboard.channelsByNumber.isEmpty, "seed \(seed)")
    #expect(bench.switchboard.channelCountsByCall.isEmpty, "seed \(seed)")
    for row in try bench.switchboard.endpoints(ListEndpoints(pageSize: 1000)).rows {
      #expect(["Not in use", "Unavailable"].contains(row.state.rawValue), "seed \(seed)")
      #expect(row.channelCount == 0, "seed \(seed)")
    }

    var ended: Set<String> = []
    var open: Set<String> = []
    for event in bench.events {
      switch event.kind {
      case .created(let party): open.insert(party.channel)
      case .ended(let party, _):
        // It may have joined another call than it began.
        ended.insert(party.linkedid)
        open.remove(party.channel)
      case .ringing, .answered, .bridged, .held, .resumed, .parked, .queued, .stateChanged,
        .recorded:
        break
      }
    }
    #expect(open.isEmpty, "seed \(seed)")
    let records = bench.switchboard.records.all
    #expect(Set(records.map(\.linkedid)) == ended, "seed \(seed)")
    #expect(unrecorded(bench) == [], "seed \(seed)")
    #expect(records.allSatisfy { $0.billableSeconds <= $0.duration }, "seed \(seed)")
    for record in records where !record.text("recording").isEmpty {
      let length = bench.switchboard.recordingLength(at: record.text("recording"))
      #expect(
        length.map { $0 > .zero && $0 < .seconds(record.duration + 1) } == true, "seed \(seed)")
    }
    #expect(records.allSatisfy { $0.answer.isEmpty ? $0.billableSeconds == 0 : true })
  }

  /// The channels that answered and are in no record, and those who talked and are not in one
  /// together.
  private func unrecorded(_ bench: Bench) -> [String] {
    let pairs = Set(bench.switchboard.records.all.map { Set([$0.channel, $0.destinationChannel]) })
    let names = pairs.reduce(into: Set()) { $0.formUnion($1) }
    return bench.events.compactMap { event in
      switch event.kind {
      case .answered(let party) where !names.contains(party.channel): party.channel
      case .bridged(let one, let other) where !pairs.contains([one.channel, other.channel]):
        "\(one.channel) with \(other.channel)"
      default: nil
      }
    }
  }
}
