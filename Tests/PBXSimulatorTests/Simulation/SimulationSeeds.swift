import Foundation

/// The seeds of the random simulations.
enum SimulationSeeds {
  /// The one of `CALLFLOW_SEED`, else as many as `CALLFLOW_SEEDS` says.
  static let all: [UInt64] = {
    func number(_ name: String) -> UInt64? {
      ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) }
    }
    return number("CALLFLOW_SEED").map { [$0] } ?? Array(1...max(1, number("CALLFLOW_SEEDS") ?? 60))
  }()
}
