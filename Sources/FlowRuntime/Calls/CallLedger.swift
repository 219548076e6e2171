package import PBXModel
import Synchronization

/// The calls of one test, shared by its branches and by its clean-up.
package final class CallLedger: Sendable {
  /// When the test began: records from before are not its own.
  package let start: Timestamp
  private let book = Mutex(CallBook())

  package init(start: Timestamp) {
    self.start = start
  }

  /// Reads or changes the calls; `body` must not wait for anything.
  package func withBook<Result: Sendable>(_ body: (inout CallBook) -> Result) -> Result {
    book.withLock { book in body(&book) }
  }
}
