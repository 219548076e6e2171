import YAMLReading

/// A `config.yaml` or `callflow.yaml`: its top level, and its profiles.
struct ConfigurationFile {
  static let profilesKey = "profiles"
  static let variablesKey = "vars"

  private(set) var top = SettingsLayer()
  private(set) var profiles: [String: SettingsLayer] = [:]

  /// What is read of each file beside the file.
  struct Context {
    var home: String?
    /// Where a secret that stands in the wrong file belongs.
    var secretsPath: String?
    var closest: Speller
  }

  /// A file that is not there says nothing.
  init(reading file: SettingsFile?, in context: Context) throws(SettingsError) {
    guard let file, let root = try YAMLPart(reading: file) else { return }
    let reader = Reader(folder: SettingOrigin.folder(of: file.path), context: context)
    guard let members = try root.members() else {
      throw SettingsError(
        .file, "`\(file.path)` must hold settings, such as `pbx: https://pbx.example`",
        at: root.place)
    }
    for member in members {
      if member.key == Self.profilesKey {
        profiles = try reader.profiles(member)
      } else {
        try reader.read(member, into: &top, isProfile: false)
      }
    }
  }
}

/// Reads the members of a configuration file.
private struct Reader {
  let folder: String
  let context: ConfigurationFile.Context

  func profiles(_ member: YAMLPart.Member) throws(SettingsError) -> [String: SettingsLayer] {
    var profiles: [String: SettingsLayer] = [:]
    for profile in try map(member, of: "profiles") {
      var layer = SettingsLayer()
      for member in try map(profile, of: "settings") {
        try read(member, into: &layer, isProfile: true)
      }
      profiles[profile.key] = layer
    }
    return profiles
  }

  func read(
    _ member: YAMLPart.Member, into layer: inout SettingsLayer, isProfile: Bool
  ) throws(SettingsError) {
    if member.key == ConfigurationFile.variablesKey {
      for variable in try map(member, of: "values") {
        layer.variables[variable.key] = Setting(try text(variable), from: source(of: variable))
      }
      return
    }
    guard let key = SettingKey(rawValue: member.key) else {
      throw unknown(member, isProfile: isProfile)
    }
    let origin = SettingOrigin(
      source: source(of: member), name: member.key, place: member.value.place, folder: folder,
      home: context.home)
    try layer.set(key, to: text(member), from: origin)
  }

  /// The members of what must be a map.
  private func map(
    _ member: YAMLPart.Member, of contents: String
  ) throws(SettingsError) -> [YAMLPart.Member] {
    if let members = try member.value.members() { return members }
    throw SettingsError(
      .file, "`\(member.key)` must be a map of \(contents)", at: member.value.place,
      advice: ["write each on a line of its own, further in: `name: …`"])
  }

  /// The text of what must be a single value.
  private func text(_ member: YAMLPart.Member) throws(SettingsError) -> String {
    if let text = member.value.text { return text }
    throw SettingsError(
      .file,
      member.value.isNull
        ? "`\(member.key)` has no value" : "`\(member.key)` must be a single value",
      at: member.value.isNull ? member.place : member.value.place)
  }

  private func source(of member: YAMLPart.Member) -> SettingSource {
    .file(path: member.place.path, line: member.place.line)
  }

  private func unknown(_ member: YAMLPart.Member, isProfile: Bool) -> SettingsError {
    if let key = SecretKey(rawValue: member.key) {
      return SettingsError(
        .file, "`\(key.rawValue)` is a secret, and must not stand in this file",
        at: member.place, advice: [place(of: key)])
    }
    if isProfile, member.key == ConfigurationFile.profilesKey {
      return SettingsError(
        .file, "`profiles` must not stand inside of a profile", at: member.place)
    }
    var known = SettingKey.allCases.map(\.rawValue) + [ConfigurationFile.variablesKey]
    if !isProfile { known.append(ConfigurationFile.profilesKey) }
    var advice = SettingsError.advice(
      for: member.key, among: known, called: "settings", closest: context.closest)
    let secrets = SecretKey.allCases.map(\.rawValue)
    if let meant = context.closest(member.key, known + secrets),
      let key = SecretKey(rawValue: meant)
    {
      advice = ["if you mean the secret `\(meant)`: " + place(of: key)]
    }
    return SettingsError(
      .file, "there is no setting `\(member.key)`", at: member.place, advice: advice)
  }

  /// Where a secret belongs.
  private func place(of key: SecretKey) -> String {
    let file = context.secretsPath.map { "`\($0)`, with mode 0600," } ?? "a secrets file"
    return "put it into \(file) or into `\(key.environmentName)`"
  }
}
