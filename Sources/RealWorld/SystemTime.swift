import Glibc
package import PBXModel

/// The times that the operating system keeps.
package enum SystemTime {
  /// The time of day.
  package static func now() -> Timestamp { Timestamp(nanoseconds: read(CLOCK_REALTIME)) }

  /// Nanoseconds that only ever go forward.
  package static func monotonicNanoseconds() -> Int64 { read(CLOCK_MONOTONIC) }

  private static func read(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
