/// What can end a run from outside.
package enum Interruption: Hashable, Sendable, CaseIterable {
  /// The terminal went away: SIGHUP.
  case hangup
  /// Ctrl-C: SIGINT.
  case interrupt
  /// SIGTERM.
  case termination
  /// Nobody reads what the run says any more: the end of the pipe was closed.
  case outputClosed

  package var status: RunStatus {
    switch self {
    case .hangup: .hungUp
    case .interrupt: .interrupted
    case .termination: .terminated
    case .outputClosed: .outputClosed
    }
  }
}
