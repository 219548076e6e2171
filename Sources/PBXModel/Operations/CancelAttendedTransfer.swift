/// Ends a consultation, the first call is back: `POST /api/v1/call/cancelAtxfer`.
package struct CancelAttendedTransfer: Hashable, Sendable {
  /// Who consults.
  package var `extension`: String

  package init(`extension`: String) {
    self.extension = `extension`
  }
}
