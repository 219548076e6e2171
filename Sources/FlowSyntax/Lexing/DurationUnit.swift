/// The units that durations are written in.
enum DurationUnit: String, CaseIterable {
  case milliseconds = "ms"
  case seconds = "s"
  case minutes = "m"
  case hours = "h"

  /// The unit that the bytes from one offset to another spell.
  init?(bytes: Span<UInt8>, from start: Int, to end: Int) {
    switch end - start {
    case 1:
      switch bytes[start] {
      case UInt8(ascii: "s"): self = .seconds
      case UInt8(ascii: "m"): self = .minutes
      case UInt8(ascii: "h"): self = .hours
      default: return nil
      }
    case 2 where bytes[start] == UInt8(ascii: "m") && bytes[start + 1] == UInt8(ascii: "s"):
      self = .milliseconds
    default:
      return nil
    }
  }

  /// How long one unit is.
  var nanoseconds: Int64 {
    switch self {
    case .milliseconds: 1_000_000
    case .seconds: 1_000_000_000
    case .minutes: 60_000_000_000
    case .hours: 3_600_000_000_000
    }
  }
}
