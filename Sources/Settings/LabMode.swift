/// Whether the people at the phones can be steered.
package enum LabMode: String, CaseIterable, Hashable, Sendable {
  /// Where the PBX offers it.
  case auto
  /// Not even then.
  case off
}
