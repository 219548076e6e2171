import CEditShim
import Glibc

/// Sends the signals of a terminal to the editor's bell while it lives.
///
/// libedit's own handling stays off: it answers a signal by sending it to the whole process group,
/// and is not thread-safe.
struct SignalRouting {
  private static let signals = [SIGINT, SIGTSTP, SIGWINCH]

  init(to bell: Int32) {
    for signal in Self.signals { cedit_route_signal(signal, bell) }
  }

  /// Puts back what handled the signals before.
  func end() {
    for signal in Self.signals { cedit_restore_signal(signal) }
  }

  /// Stops the process, as Ctrl-Z does, until the user's shell continues it.
  static func stopProcess() {
    kill(getpid(), SIGSTOP)
  }
}
