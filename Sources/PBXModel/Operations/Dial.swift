/// Rings an extension and, when it answers, calls the destination: `POST /api/v1/call/dial`.
package struct Dial: Hashable, Sendable {
  /// Who is rung first.
  package var `extension`: String
  /// Whom it is put through to.
  package var dest: String
  /// The caller id shown on outbound calls.
  package var displaycid: String?

  package init(`extension`: String, dest: String, displaycid: String? = nil) {
    self.extension = `extension`
    self.dest = dest
    self.displaycid = displaycid
  }

  /// The call's uniqueid, known before anything rings.
  package struct Answer: Hashable, Sendable {
    package var uniqueid: String

    package init(uniqueid: String) {
      self.uniqueid = uniqueid
    }
  }
}
