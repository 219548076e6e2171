/// Why no answer came, in a transport's terms.
package enum TransportFailure: Error, Hashable, Sendable {
  /// There was no connection, or it was lost.
  case connection(String)
  /// The two sides do not trust each other; trying again does not help.
  case untrusted(String)
  case timeout(String)
  /// What came is not HTTP, or longer than is taken.
  case malformed(String)
  case cancelled
  /// The client is over; nothing goes out any more.
  case shutDown
}
