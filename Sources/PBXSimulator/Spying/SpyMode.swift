/// How somebody listens to a call.
enum SpyMode: Hashable, Sendable, CaseIterable {
  /// Is heard by nobody.
  case monitor
  /// Is heard by the party that is spied on.
  case whisper
  /// Is heard by both parties.
  case barge

  /// `ChanSpy`'s options: quiet, ends with the spied channel, and who hears.
  var options: String {
    switch self {
    case .monitor: "qE"
    case .whisper: "qwE"
    case .barge: "qBE"
    }
  }
}
