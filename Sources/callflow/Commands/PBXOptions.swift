import ArgumentParser
package import Settings

/// Which world the simulator plays.
package struct WorldOptions: ParsableArguments, Sendable {
  @Option(
    help: ArgumentHelp(
      "A world file for the simulator inside the program; see callflow world.",
      valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var world: String?

  package init() {}
}

/// Which PBX; every subcommand that talks to one has these.
package struct PBXOptions: ParsableArguments, Sendable {
  @Option(
    help: ArgumentHelp(
      "The PBX's address, or simulator for the one inside the program.", valueName: "url"))
  var pbx: String?

  @Option(help: ArgumentHelp("The profile of the settings to use.", valueName: "name"))
  var profile: String?

  @Option(
    help: ArgumentHelp(
      "A PEM file with the certificate authority to trust.", valueName: "path"))
  var cacert: String?

  package init() {}

  /// What the command line adds to the settings.
  package var flags: SettingsFlags {
    SettingsFlags(pbx: pbx, profile: profile, certificateAuthority: cacert)
  }

  /// The same with a world.
  func flags(_ simulated: WorldOptions) -> SettingsFlags {
    var flags = flags
    flags.world = simulated.world
    return flags
  }
}
