/// Transfers a call blind, attended or into an application: `POST /api/v1/call/transfer`.
package struct Transfer: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case app
    case attended
    case blind
  }

  package var kind: Kind
  /// Who transfers.
  package var `extension`: String
  /// A number, or `CONTEXT,EXTEN,PRIORITY` for `app`.
  package var dest: String

  package init(kind: Kind, `extension`: String, dest: String) {
    self.kind = kind
    self.extension = `extension`
    self.dest = dest
  }
}
