/// What came of asking the user for a line.
package enum Input: Hashable, Sendable {
  /// The line, without its line end.
  case line(String)
  /// Ctrl-C: the line was dropped.
  case interrupted
  /// Ctrl-D on an empty line, the end of a file, or the asking task was cancelled.
  case end
}
