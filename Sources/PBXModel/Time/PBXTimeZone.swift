/// A PBX's local time zone, as a fixed offset from UTC, such as `+08:00`.
public struct PBXTimeZone: Hashable, Sendable {
  /// In minutes east of UTC, -1080 to 1080.
  public let offsetMinutes: Int

  /// Nil where the offset is more than 18 hours.
  public init?(offsetMinutes: Int) {
    guard (-1080...1080).contains(offsetMinutes) else { return nil }
    self.offsetMinutes = offsetMinutes
  }

  /// Reads `+08:00`, `-03:30` or `Z`.
  public init?(_ text: String) {
    if text == "Z" {
      self.init(offsetMinutes: 0)
      return
    }
    let bytes = Array(text.utf8)
    guard bytes.count == 6, bytes[3] == UInt8(ascii: ":"), let sign = Self.sign(bytes[0]),
      let hours = LocalDateTime.number(bytes[1...2]),
      let minutes = LocalDateTime.number(bytes[4...5]), minutes < 60
    else { return nil }
    self.init(offsetMinutes: sign * (hours * 60 + minutes))
  }

  public static let utc = PBXTimeZone(unchecked: 0)
  /// `+08:00`, the default world's.
  public static let china = PBXTimeZone(unchecked: 480)

  private init(unchecked offsetMinutes: Int) {
    self.offsetMinutes = offsetMinutes
  }

  private static func sign(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "+"): 1
    case UInt8(ascii: "-"): -1
    default: nil
    }
  }

  /// A moment on this zone's clocks.
  package func local(_ moment: Timestamp) -> LocalDateTime {
    LocalDateTime(secondsSinceEpoch: moment.wholeSeconds + Int64(offsetMinutes) * 60)
  }

  /// The moment of a local time; the first or the last that there is for one beyond them, as the
  /// year 9999 that some systems write for never.
  package func moment(of local: LocalDateTime) -> Timestamp {
    let seconds = local.secondsSinceEpoch - Int64(offsetMinutes) * 60
    return Timestamp(nanoseconds: 0).advanced(by: .seconds(seconds))
  }

  /// A moment as the API writes it: `yyyy-MM-dd HH:mm:ss`, cut to the second.
  package func format(_ moment: Timestamp) -> String {
    local(moment).description
  }

  /// Reads `yyyy-MM-dd HH:mm:ss`; nil where it is no such time.
  package func parse(_ text: String) -> Timestamp? {
    LocalDateTime(text).map(moment(of:))
  }
}

extension PBXTimeZone: CustomStringConvertible {
  public var description: String {
    let magnitude = abs(offsetMinutes)
    return (offsetMinutes < 0 ? "-" : "+") + LocalDateTime.padded(magnitude / 60, to: 2) + ":"
      + LocalDateTime.padded(magnitude % 60, to: 2)
  }
}

extension Timestamp {
  /// In seconds since 1970-01-01 00:00:00 UTC, the fraction cut off downwards.
  package var wholeSeconds: Int64 {
    let (quotient, remainder) = nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
