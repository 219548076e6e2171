/// How the whole run ended, as the exit code of the process: the one place that names them.
package enum RunStatus: Int32, Hashable, Sendable, CaseIterable {
  /// All passed.
  case passed = 0
  /// A test failed.
  case failed = 1
  /// A script does not parse or check, or a path cannot be read or written.
  case invalid = 2
  /// PBX unreachable, sign-in refused, no lab, nothing to run.
  case inconclusive = 3
  /// The command line was used wrongly.
  case usage = 64
  /// Ended by SIGHUP, after clean-up.
  case hungUp = 129
  /// Ended by SIGINT, after clean-up.
  case interrupted = 130
  /// Ended because nobody reads what it says any more, after clean-up: what a shell reports of a
  /// program that SIGPIPE has ended.
  case outputClosed = 141
  /// Ended by SIGTERM, after clean-up.
  case terminated = 143

  /// Which one counts where several apply, first first.
  package static let precedence: [RunStatus] = [
    .interrupted, .terminated, .hungUp, .outputClosed, .usage, .invalid, .failed, .inconclusive,
    .passed,
  ]

  /// The one of two that counts.
  package func combined(with other: RunStatus) -> RunStatus {
    Self.precedence.first { $0 == self || $0 == other } ?? self
  }
}
