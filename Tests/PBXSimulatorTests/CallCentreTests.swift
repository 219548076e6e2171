import PBXModel
import PBXSimulator
import PBXWorkload
import Testing

/// A call centre's hours: what they leave behind, and that a seed decides it.
struct CallCentreTests {
  private let hours = CallCentre(callers: 600, over: .seconds(2 * 3600), seed: 5)

  @Test func `the same seed gives the same records to the byte, another one others`() throws {
    let first = try hours.play(seed: 1).records
    let again = try hours.play(seed: 1).records
    #expect(first.map(\.json) == again.map(\.json))
    let other = CallCentre(callers: 600, over: .seconds(2 * 3600), seed: 6)
    #expect(try other.play(seed: 1).records.map(\.json) != first.map(\.json))
  }

  @Test func `every caller is in the records`() throws {
    let records = try hours.play(seed: 1).records
    #expect(Set(records.map(\.source)).isSuperset(of: hours.callers.map(\.number)))
    #expect(records.contains { $0.disposition == "ANSWERED" })
  }

  @Test func `the simulator on virtual time gives the state machine's records`() async throws {
    let simulated = try await hours.simulate(seed: 1)
    #expect(simulated.map(\.json) == (try hours.play(seed: 1).records.map(\.json)))
  }
}
