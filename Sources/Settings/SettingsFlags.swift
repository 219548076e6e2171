/// What the command line says about the PBX; nil where it says nothing.
package struct SettingsFlags: Hashable, Sendable {
  package var pbx: String?
  package var profile: String?
  package var certificateAuthority: String?
  package var world: String?

  package init(
    pbx: String? = nil, profile: String? = nil, certificateAuthority: String? = nil,
    world: String? = nil
  ) {
    self.pbx = pbx
    self.profile = profile
    self.certificateAuthority = certificateAuthority
    self.world = world
  }
}
