/// Ends a party's call: `POST /api/v1/call/hangup`.
package struct Hangup: Hashable, Sendable {
  /// An extension or an outside number.
  package var `extension`: String

  package init(`extension`: String) {
    self.extension = `extension`
  }
}
