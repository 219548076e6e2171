/// The clock of a run: the wall's against a real PBX, the simulator's own on virtual time.
package protocol PBXClock: Clock where Instant == Timestamp, Duration == Swift.Duration {}

extension PBXClock {
  /// Sleeps for a duration from now.
  package func sleep(for duration: Duration) async throws {
    try await sleep(until: now.advanced(by: duration), tolerance: nil)
  }
}
