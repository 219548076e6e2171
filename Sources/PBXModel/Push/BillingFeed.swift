/// The billing push as it comes: one element a message, with one record or more.
public struct BillingFeed: AsyncSequence, Sendable {
  public typealias Element = [BillingRecord]

  private let messages: AsyncThrowingStream<[BillingRecord], any Error>

  /// - Parameter messages: throws `PBXError` where the feed is lost.
  public init(_ messages: AsyncThrowingStream<[BillingRecord], any Error>) {
    self.messages = messages
  }

  public func makeAsyncIterator() -> AsyncThrowingStream<[BillingRecord], any Error>.AsyncIterator {
    messages.makeAsyncIterator()
  }
}
