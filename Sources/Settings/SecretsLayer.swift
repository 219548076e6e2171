import PBXModel
import YAMLReading

/// What one place says of what must stay secret.
struct SecretsLayer {
  /// The key of the PBX that secrets are for.
  static let pbxKey = SettingKey.pbx.rawValue

  /// The one PBX that the secrets are for; nil where they do not say.
  private(set) var pbx: NetworkAddress?
  private(set) var clientSecret: Setting<Secret>?
  private(set) var password: Setting<Secret>?

  init() {}

  /// What the environment says; an empty variable says nothing.
  init(environment: [String: String]) {
    for key in SecretKey.allCases {
      let name = key.environmentName
      guard let text = environment[name], !text.isEmpty else { continue }
      set(key, to: text, from: .environment(name: name))
    }
  }

  /// What a secrets file says where a profile was asked for, or none; one that is not there says
  /// nothing, and one that others can read is refused.
  init(
    reading file: SettingsFile?, profile: String?, closest: @escaping Speller
  ) throws(SettingsError) {
    guard let file else { return }
    try file.checkIsPrivate()
    guard let root = try YAMLPart(reading: file) else { return }
    let reader = SecretsReader(path: file.path, closest: closest)
    var profiles: [String: SecretsLayer] = [:]
    for member in try reader.map(root, called: "`\(file.path)`") {
      if member.key == ConfigurationFile.profilesKey {
        for profile in try reader.map(member.value, called: "`profiles`") {
          var layer = SecretsLayer()
          for member in try reader.map(profile.value, called: "`\(profile.key)`") {
            try reader.read(member, into: &layer, isProfile: true)
          }
          profiles[profile.key] = layer
        }
      } else {
        try reader.read(member, into: &self, isProfile: false)
      }
    }
    if let profile, let upper = profiles[profile] { self = covered(by: upper) }
  }

  /// This layer with another one above it.
  func covered(by upper: SecretsLayer) -> SecretsLayer {
    var layer = self
    layer.pbx = upper.pbx ?? pbx
    layer.clientSecret = upper.clientSecret ?? clientSecret
    layer.password = upper.password ?? password
    return layer
  }

  /// What of it is for a PBX at all; throws where nobody but the project says that it is.
  ///
  /// A project's file comes with the project, from whoever wrote that; it must not be able to send
  /// the user's secrets where it likes.
  func confined(
    to target: Setting<PBXTarget>, isNamedByProject: Bool, file: String
  ) throws(SettingsError) -> SecretsLayer {
    guard case .address(let text) = target.value, clientSecret != nil || password != nil else {
      return self
    }
    if let pbx {
      let address = try? NetworkAddress(text, of: [.http, .https])
      return address?.origin == pbx.origin ? self : SecretsLayer()
    }
    guard isNamedByProject else { return self }
    throw SettingsError(
      .exposedSecrets,
      "the secrets of `\(file)` would go to `\(text)`, which the project names (\(target.source))",
      advice: [
        "if that is your PBX, write `pbx: \(text)` beside them in `\(file)`",
        "or set `CALLFLOW_CLIENT_SECRET` and `CALLFLOW_PASSWORD`",
      ])
  }

  fileprivate mutating func bind(to pbx: NetworkAddress) {
    self.pbx = pbx
  }

  fileprivate mutating func set(_ key: SecretKey, to text: String, from source: SettingSource) {
    let setting = Setting(Secret(text), from: source)
    switch key {
    case .clientSecret: clientSecret = setting
    case .password: password = setting
    }
  }
}

/// Reads the members of a secrets file; its messages never repeat a value.
private struct SecretsReader {
  let path: String
  let closest: Speller

  func map(_ part: YAMLPart, called name: String) throws(SettingsError) -> [YAMLPart.Member] {
    if let members = try part.members() { return members }
    throw SettingsError(
      .file, "\(name) must be a map", at: part.place,
      advice: ["write a secret as `password: …`, on a line of its own"])
  }

  func read(
    _ member: YAMLPart.Member, into layer: inout SecretsLayer, isProfile: Bool
  ) throws(SettingsError) {
    if member.key == SecretsLayer.pbxKey {
      guard let text = member.value.text,
        let address = try? NetworkAddress(text, of: [.http, .https])
      else {
        throw SettingsError(
          .file, "`pbx` must be the address of the PBX that the secrets are for",
          at: member.place, advice: ["write an address such as `https://pbx.example`"])
      }
      layer.bind(to: address)
      return
    }
    guard let key = SecretKey(rawValue: member.key) else {
      throw unknown(member, isProfile: isProfile)
    }
    guard let text = member.value.text, !text.isEmpty else {
      throw SettingsError(
        .file, "`\(member.key)` must be a text, in quotes where YAML takes it for nothing",
        at: member.place)
    }
    layer.set(key, to: text, from: .file(path: path, line: member.place.line))
  }

  private func unknown(_ member: YAMLPart.Member, isProfile: Bool) -> SettingsError {
    if SettingKey(rawValue: member.key) != nil || member.key == ConfigurationFile.variablesKey {
      return SettingsError(
        .file, "`\(member.key)` is no secret, and does not belong into a secrets file",
        at: member.place, advice: ["put it into `callflow.yaml` or `config.yaml`"])
    }
    let known =
      SecretKey.allCases.map(\.rawValue) + [SecretsLayer.pbxKey]
      + (isProfile ? [] : [ConfigurationFile.profilesKey])
    return SettingsError(
      .file, "there is no secret `\(member.key)`", at: member.place,
      advice: SettingsError.advice(
        for: member.key, among: known, called: "secrets", closest: closest))
  }
}
