package import PBXModel

/// The records of a billing push, one batch an element; for one iteration.
package struct BillingRecords: AsyncSequence, Sendable {
  /// Pulls batches out of the push.
  package struct AsyncIterator: AsyncIteratorProtocol {
    let puller: BillingPuller

    /// The next records, at least one; nil after an error.
    package mutating func next() async throws(PBXError) -> [BillingRecord]? {
      try await puller.next()
    }

    /// The same: the records come from wherever the push is.
    package mutating func next(
      isolation actor: isolated (any Actor)?
    ) async throws(PBXError) -> [BillingRecord]? {
      try await puller.next()
    }
  }

  let puller: BillingPuller

  /// What happened so far.
  package var counts: PushCounts {
    get async { await puller.counts }
  }

  package func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(puller: puller)
  }
}
