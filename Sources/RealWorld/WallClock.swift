package import PBXModel

/// Real time: starts at the wall clock's time and goes on evenly, whatever is done to that clock.
package struct WallClock: PBXClock {
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private let startMoment: Timestamp

  package init() {
    start = clock.now
    startMoment = SystemTime.now()
  }

  package var now: Timestamp {
    startMoment.advanced(by: start.duration(to: clock.now))
  }

  package var minimumResolution: Duration { clock.minimumResolution }

  package func sleep(until deadline: Timestamp, tolerance: Duration?) async throws {
    let instant = start.advanced(by: startMoment.duration(to: deadline))
    try await clock.sleep(until: instant, tolerance: tolerance)
  }
}
