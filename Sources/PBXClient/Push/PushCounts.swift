/// What a billing push has seen so far.
package struct PushCounts: Hashable, Sendable {
  /// Connections that came about.
  package var connections = 0
  /// Attempts to connect that failed.
  package var failedAttempts = 0
  /// Connections that were lost, each of which is a gap.
  package var gaps = 0
  /// Records given as they were pushed.
  package var pushed = 0
  /// Records given because a list showed them.
  package var listed = 0
  /// Pages of lists that did not come.
  package var failedLists = 0
  /// Frames that are no billing message.
  package var ignored = 0
}
