/// One thing that happened while the user types: `8002 rings`.
package struct Notice: Hashable, Sendable {
  /// One line.
  package var text: String

  package init(_ text: String) {
    self.text = text
  }
}
