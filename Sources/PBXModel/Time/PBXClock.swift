/// The clock of a run: the wall's against a real PBX, the simulator's own on virtual time.
package protocol PBXClock: Clock where Instant == Timestamp, Duration == Swift.Duration {}

extension PBXClock {
  /// Sleeps for a duration from now.
  package func sleep(for duration: Duration) async throws {
    try await sleep(until: now.advanced(by: duration), tolerance: nil)
  }
}

/// A clock whose time passes only when it is told to.
package protocol AdvancingClock: PBXClock {
  /// Lets time pass, and whoever sleeps until then wake up.
  func advance(by duration: Duration) async
}
