import PBXModel
import PBXSimulator
import Testing

/// The simulator does what a real Asterisk did: the recordings are replayed and compared.
struct TimelineTests {
  @Test(arguments: try TimelineIndex.rows())
  func `the simulator reproduces a recording`(row: TimelineIndex.Row) throws {
    let run = RecordedRun(try Timeline(named: row.file))
    let recorded = Observation(of: run)
    let simulated = Observation(of: try replay(run))
    if row.compared.contains("S") { #expect(simulated.states == recorded.states) }
    if row.compared.contains("C") { #expect(simulated.records == recorded.records) }
    if row.compared.contains("R") { #expect(simulated.records.count == recorded.records.count) }
    if row.compared.contains("H") { #expect(simulated.causes == recorded.causes) }
    if row.compared.contains("error") { #expect(run.steps.contains { $0.isRefused == true }) }
  }

  /// Does what was done, at its time, and answers what happened.
  private func replay(_ run: RecordedRun) throws -> [PBXEvent] {
    let world = RecordedPhones.world(of: run)
    var switchboard = Switchboard(world: world, seed: 0)
    var effects: [Effect] = []
    for step in run.steps {
      let reaction = switchboard.receive(step.input, at: world.start.advanced(by: step.moment))
      effects += reaction.effects
      if let isRefused = step.isRefused {
        #expect(isRefused == ((try? reaction.outcome.get()) == nil), "\(step)")
      }
    }
    // A little longer than recorded: the shortest recording ends within the simulated latencies.
    let end = (run.timeline.lines.last?.moment ?? .zero) + .milliseconds(20)
    effects += switchboard.receive(.advance, at: world.start.advanced(by: end)).effects
    for row in try switchboard.endpoints(ListEndpoints()).rows {
      #expect(row.channelCount == 0, "\(row.endpoint) still has a channel")
    }
    return effects.compactMap { effect in
      if case .event(let event) = effect { event } else { nil }
    }
  }

  @Test func `the index names every recording, and each that it names is there`() throws {
    let named = try TimelineIndex.rows().map(\.file)
    #expect(named.sorted() == (try TimelineIndex.files()))
  }
}
