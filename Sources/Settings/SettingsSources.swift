/// All that settings are made from but the secrets file, whose place they tell.
package struct SettingsSources: Sendable {
  /// The user's `config.yaml`, nil where there is none.
  package var userFile: SettingsFile?
  /// The project's `callflow.yaml`, nil where there is none.
  package var projectFile: SettingsFile?
  package var environment: [String: String]
  package var flags: SettingsFlags
  /// What `~` stands for at the beginning of a path.
  package var home: String?
  /// Where secrets are looked for unless a setting names another place; nil where nobody knows.
  package var usualSecretsPath: String?

  package init(
    userFile: SettingsFile? = nil, projectFile: SettingsFile? = nil,
    environment: [String: String] = [:], flags: SettingsFlags = SettingsFlags(),
    home: String? = nil, usualSecretsPath: String? = nil
  ) {
    self.userFile = userFile
    self.projectFile = projectFile
    self.environment = environment
    self.flags = flags
    self.home = home
    self.usualSecretsPath = usualSecretsPath
  }
}
