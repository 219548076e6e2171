import Synchronization

/// Hands a value that only one task may use at a time from one task to the next.
///
/// It is inside while nobody uses it; whoever takes it puts it back before the next one takes it.
package final class Handover<Content>: Sendable {
  /// Sendable because it holds a value only between two uses: it is made of a `sending` value,
  /// which nobody else refers to any more, and it is taken apart by the one that takes it out of
  /// the lock.
  private struct Parcel: @unchecked Sendable {
    let content: Content
  }

  private let parcel: Mutex<Parcel?>

  package init(_ content: sending Content) {
    self.parcel = Mutex(Parcel(content: content))
  }

  /// The value; nil while another task has it.
  package func take() -> sending Content? {
    let parcel = parcel.withLock { $0.take() }
    return parcel?.content
  }

  package func putBack(_ content: sending Content) {
    let parcel = Parcel(content: content)
    self.parcel.withLock { $0 = parcel }
  }
}
