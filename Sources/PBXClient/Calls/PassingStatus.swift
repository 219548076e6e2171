/// That an HTTP status tells of a state which passes, not of a wrong request.
enum PassingStatus: Hashable {
  /// The same request may work in a moment: the server is busy, or a proxy does not reach it.
  case soon
  /// It may work some day: the server is out of order.
  case later

  /// Nil where the status does not pass by itself.
  init?(_ status: Int) {
    switch status {
    case 408, 425, 429, 502, 503, 504: self = .soon
    case 500...: self = .later
    default: return nil
    }
  }
}
