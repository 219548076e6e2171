package import PBXModel

/// Which PBX, as whom and how: each value with where it came from.
package struct Settings: Hashable, Sendable {
  /// The profile that was asked for, nil where none was.
  package var profile: Setting<String>?
  package var target = Setting(PBXTarget.simulator, from: .builtIn)
  package var clientID: Setting<String>?
  package var clientSecret: Setting<Secret>?
  package var username: Setting<String>?
  package var password: Setting<Secret>?
  /// The `ws` or `wss` address of the billing push.
  package var push: Setting<String>?
  /// The path of a PEM file; the system's roots where it is nil.
  package var certificateAuthority: Setting<String>?
  /// The PBX's local time.
  package var zone = Setting(PBXTimeZone.china, from: .builtIn)
  package var connectTimeout = Setting(Duration.seconds(5), from: .builtIn)
  package var answerTimeout = Setting(Duration.seconds(30), from: .builtIn)
  /// How long a call may last at most: records are looked for that far back.
  package var longestCall = Setting(Duration.seconds(4 * 3600), from: .builtIn)
  /// How often the PBX is asked for what some wait needs.
  package var poll = Setting(Duration.milliseconds(200), from: .builtIn)
  package var lab = Setting(LabMode.auto, from: .builtIn)
  /// Where secrets are kept; the usual place where it is nil.
  package var secretsFile: Setting<String>?
  /// The path of the file that describes the simulator's world; the default one where it is nil.
  package var world: Setting<String>?
  /// What the parameters of scripts are set to, by name.
  package var variables: [String: Setting<String>] = [:]

  /// What holds where nothing is set.
  package init() {}
}
