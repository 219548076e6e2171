@testable import Settings

/// A word is meant by one that differs in its last letter only.
let closest: Speller = { word, known in
  known.first { $0 != word && !word.isEmpty && $0.hasPrefix(word.dropLast()) }
}

extension SettingsFile {
  static func user(_ text: String) -> SettingsFile {
    SettingsFile(path: "/home/qa/.config/callflow/config.yaml", text: text, mode: 0o644)
  }

  static func project(_ text: String) -> SettingsFile {
    SettingsFile(path: "../callflow.yaml", text: text, mode: 0o644)
  }

  static func secrets(_ text: String, mode: UInt32 = 0o600) -> SettingsFile {
    SettingsFile(path: "/home/qa/secrets.yaml", text: text, mode: mode)
  }
}

extension SettingsSources {
  /// With the places that the program would give.
  static func test(
    user: String? = nil, project: String? = nil, environment: [String: String] = [:],
    flags: SettingsFlags = SettingsFlags()
  ) -> SettingsSources {
    SettingsSources(
      userFile: user.map(SettingsFile.user), projectFile: project.map(SettingsFile.project),
      environment: environment, flags: flags, home: "/home/qa",
      usualSecretsPath: "/home/qa/secrets.yaml")
  }

  func settings(secrets: SettingsFile? = nil) throws(SettingsError) -> Settings {
    try SettingsPlan(self, closest: closest).settings(secretsFile: secrets)
  }
}
