/// The billing push as it comes: one record or more at a time.
public struct BillingFeed: AsyncSequence, Sendable {
  public typealias Element = [BillingRecord]

  private let messages: AsyncThrowingStream<[BillingRecord], any Error>

  /// - Parameter messages: throws `PBXError` where no more can come.
  public init(_ messages: AsyncThrowingStream<[BillingRecord], any Error>) {
    self.messages = messages
  }

  public func makeAsyncIterator() -> AsyncThrowingStream<[BillingRecord], any Error>.AsyncIterator {
    messages.makeAsyncIterator()
  }
}
