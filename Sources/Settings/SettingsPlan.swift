/// Settings up to the secrets: says which secrets file to read, then takes it.
package struct SettingsPlan {
  /// A secrets file to be read.
  package struct SecretsRequest: Hashable, Sendable {
    package var path: String
    /// The setting that names it; nil for the usual place, where it need not exist.
    package var source: SettingSource?
  }

  /// Nil where no setting names a file and nobody knows the usual place.
  package let secretsRequest: SecretsRequest?
  private let profile: Setting<String>?
  private let layer: SettingsLayer
  private let secrets: SecretsLayer
  private let closest: Speller
  private let projectPath: String?

  /// Reads everything but the secrets file, and checks all of it, used or not.
  package init(_ sources: SettingsSources, closest: @escaping Speller) throws(SettingsError) {
    let context = ConfigurationFile.Context(
      home: sources.home, secretsPath: sources.usualSecretsPath, closest: closest)
    let files = [
      try ConfigurationFile(reading: sources.userFile, in: context),
      try ConfigurationFile(reading: sources.projectFile, in: context),
    ]
    let environment = try SettingsLayer(environment: sources.environment, home: sources.home)
    let flags = try SettingsLayer(flags: sources.flags, home: sources.home)
    let profile = Self.profile(of: sources)
    if let profile {
      try Self.check(profile, isIn: files.flatMap(\.profiles.keys), closest: closest)
    }
    var layer = SettingsLayer()
    for file in files { layer = layer.covered(by: file.top) }
    // Whoever asks for a profile means it, whatever the project says for everybody.
    for file in files {
      if let profile, let upper = file.profiles[profile.value] { layer = layer.covered(by: upper) }
    }
    self.layer = layer.covered(by: environment).covered(by: flags)
    self.profile = profile
    self.closest = closest
    projectPath = sources.projectFile?.path
    secrets = SecretsLayer(environment: sources.environment)
    if let named = self.layer.secretsFile {
      secretsRequest = SecretsRequest(path: named.value, source: named.source)
    } else {
      secretsRequest = sources.usualSecretsPath.map { SecretsRequest(path: $0, source: nil) }
    }
  }

  /// The settings, with the secrets file where there is one.
  package func settings(secretsFile: SettingsFile?) throws(SettingsError) -> Settings {
    var settings = Settings()
    layer.apply(to: &settings)
    settings.profile = profile
    let kept = try ownSecrets(in: secretsFile, for: settings.target).covered(by: secrets)
    settings.clientSecret = kept.clientSecret
    settings.password = kept.password
    return settings
  }

  /// What a secrets file has for a PBX, as far as the environment does not say the same.
  private func ownSecrets(
    in file: SettingsFile?, for target: Setting<PBXTarget>
  ) throws(SettingsError) -> SecretsLayer {
    let layer = try SecretsLayer(reading: file, profile: profile?.value, closest: closest)
    guard let file, secrets.clientSecret == nil || secrets.password == nil else { return layer }
    var isNamedByProject = false
    if case .file(let path, _) = target.source { isNamedByProject = path == projectPath }
    return try layer.confined(to: target, isNamedByProject: isNamedByProject, file: file.path)
  }

  private static func profile(of sources: SettingsSources) -> Setting<String>? {
    if let name = sources.flags.profile { return Setting(name, from: .flag(name: "--profile")) }
    let variable = EnvironmentNames.profile
    guard let name = sources.environment[variable], !name.isEmpty else { return nil }
    return Setting(name, from: .environment(name: variable))
  }

  private static func check(
    _ profile: Setting<String>, isIn names: [String], closest: Speller
  ) throws(SettingsError) {
    let known = Set(names).sorted()
    if known.contains(profile.value) { return }
    let message = "`\(profile.source)` names no profile: there is no `\(profile.value)`"
    guard !known.isEmpty else {
      throw SettingsError(
        .invocation, message,
        advice: ["add it below `profiles:` to `callflow.yaml` or `config.yaml`"])
    }
    var advice = ["profiles: " + known.map { "`\($0)`" }.joined(separator: ", ")]
    if let meant = closest(profile.value, known) {
      advice.insert("did you mean `\(meant)`?", at: 0)
    }
    throw SettingsError(.invocation, message, advice: advice)
  }
}
