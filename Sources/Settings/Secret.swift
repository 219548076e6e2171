/// A text that is never shown: every way of printing it gives dots.
package struct Secret: Hashable, Sendable {
  private let text: String

  package init(_ text: String) {
    self.text = text
  }

  /// The text itself, for the one place that sends it.
  package func reveal() -> String { text }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "••••" }
  package var debugDescription: String { description }
  /// Without children, because `dump` prints those.
  package var customMirror: Mirror { Mirror(self, children: []) }
}
