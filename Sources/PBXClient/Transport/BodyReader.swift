import AsyncHTTPClient
import NIOCore
import Synchronization

/// Reads a body part by part for whoever asks, one reader at a time.
// The iterator is touched only between the flag's exchange to true and its store of false, each
// of which orders what came before it: there is never more than one task at it.
final class BodyReader: @unchecked Sendable {
  private var iterator: HTTPClientResponse.Body.AsyncIterator
  private let isBusy = Atomic(false)

  init(_ body: HTTPClientResponse.Body) {
    iterator = body.makeAsyncIterator()
  }

  /// The next part, nil at the end; throws where another reader waits for it already.
  func next() async throws -> [UInt8]? {
    guard !isBusy.exchange(true, ordering: .acquiring) else {
      throw TransportFailure.connection("two readers wait for the same answer")
    }
    defer { isBusy.store(false, ordering: .releasing) }
    return try await iterator.next().map { Array($0.readableBytesView) }
  }
}
