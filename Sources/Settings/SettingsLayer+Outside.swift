extension SettingsLayer {
  /// What the environment says; an empty variable says nothing, but for a script's parameter.
  init(environment: [String: String], home: String?) throws(SettingsError) {
    for key in SettingKey.allCases {
      let name = key.environmentName
      guard let text = environment[name], !text.isEmpty else { continue }
      let origin = SettingOrigin(
        source: .environment(name: name), name: name, home: home)
      try set(key, to: text, from: origin)
    }
    // In order, so that of two spellings of one parameter the same one always counts.
    for (name, value) in environment.sorted(by: { $0.key < $1.key }) {
      guard let parameter = EnvironmentNames.parameter(of: name) else { continue }
      variables[parameter] = Setting(value, from: .environment(name: name))
    }
  }

  /// What the command line says.
  init(flags: SettingsFlags, home: String?) throws(SettingsError) {
    func origin(_ name: String) -> SettingOrigin {
      SettingOrigin(source: .flag(name: name), name: name, home: home)
    }
    if let pbx = flags.pbx { try set(.pbx, to: pbx, from: origin("--pbx")) }
    if let path = flags.certificateAuthority {
      try set(.certificateAuthority, to: path, from: origin("--cacert"))
    }
    if let path = flags.world { try set(.world, to: path, from: origin("--world")) }
  }
}
