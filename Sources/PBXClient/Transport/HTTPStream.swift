/// What came of a request for a stream: the stream, or an answer that is none.
package enum HTTPStream: Sendable {
  /// The body of an answer of status 200.
  case content(HTTPContent)
  /// An answer as a whole.
  case answer(HTTPAnswer)
}

/// A body that is read part by part, by one reader at a time.
package struct HTTPContent: Sendable {
  /// In bytes, where that was announced.
  package var size: Int?
  /// The media type, where one was named.
  package var type: String?
  /// The next part, nil at the end.
  ///
  /// The request ends when nobody holds this function any more.
  package var next: @Sendable () async throws(TransportFailure) -> [UInt8]?

  package init(
    size: Int?, type: String? = nil,
    next: @escaping @Sendable () async throws(TransportFailure) -> [UInt8]?
  ) {
    self.size = size
    self.type = type
    self.next = next
  }
}
