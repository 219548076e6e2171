import PBXModel

/// What one place says: a file's top level, a profile, the environment or the command line.
struct SettingsLayer {
  var target: Setting<PBXTarget>?
  var clientID: Setting<String>?
  var username: Setting<String>?
  var push: Setting<String>?
  var certificateAuthority: Setting<String>?
  var zone: Setting<PBXTimeZone>?
  var connectTimeout: Setting<Duration>?
  var answerTimeout: Setting<Duration>?
  var longestCall: Setting<Duration>?
  var poll: Setting<Duration>?
  var lab: Setting<LabMode>?
  var secretsFile: Setting<String>?
  var world: Setting<String>?
  var variables: [String: Setting<String>] = [:]

  /// This layer with another one above it.
  func covered(by upper: SettingsLayer) -> SettingsLayer {
    SettingsLayer(
      target: upper.target ?? target,
      clientID: upper.clientID ?? clientID,
      username: upper.username ?? username,
      push: upper.push ?? push,
      certificateAuthority: upper.certificateAuthority ?? certificateAuthority,
      zone: upper.zone ?? zone,
      connectTimeout: upper.connectTimeout ?? connectTimeout,
      answerTimeout: upper.answerTimeout ?? answerTimeout,
      longestCall: upper.longestCall ?? longestCall,
      poll: upper.poll ?? poll,
      lab: upper.lab ?? lab,
      secretsFile: upper.secretsFile ?? secretsFile,
      world: upper.world ?? world,
      variables: variables.merging(upper.variables) { _, upper in upper })
  }

  /// Puts what this layer says into settings.
  func apply(to settings: inout Settings) {
    settings.clientID = clientID
    settings.username = username
    settings.push = push
    settings.certificateAuthority = certificateAuthority
    settings.secretsFile = secretsFile
    settings.world = world
    settings.variables = variables
    if let target { settings.target = target }
    if let zone { settings.zone = zone }
    if let connectTimeout { settings.connectTimeout = connectTimeout }
    if let answerTimeout { settings.answerTimeout = answerTimeout }
    if let longestCall { settings.longestCall = longestCall }
    if let poll { settings.poll = poll }
    if let lab { settings.lab = lab }
  }
}

extension SettingsLayer {
  /// Takes the text of one setting.
  mutating func set(
    _ key: SettingKey, to text: String, from origin: SettingOrigin
  ) throws(SettingsError) {
    if text.isEmpty { throw origin.error("has no value", advice: ["give it one, or leave it out"]) }
    let source = origin.source
    switch key {
    case .pbx: target = Setting(try Self.target(text, origin), from: source)
    case .clientID: clientID = Setting(text, from: source)
    case .username: username = Setting(text, from: source)
    case .push:
      let address = try Self.address(
        text, schemes: [.ws, .wss], example: "wss://pbx.example:8282/", origin)
      push = Setting(address, from: source)
    case .certificateAuthority:
      certificateAuthority = Setting(try origin.resolve(text), from: source)
    case .zone: zone = Setting(try Self.zone(text, origin), from: source)
    case .connectTimeout: connectTimeout = Setting(try Self.duration(text, origin), from: source)
    case .answerTimeout: answerTimeout = Setting(try Self.duration(text, origin), from: source)
    case .longestCall: longestCall = Setting(try Self.duration(text, origin), from: source)
    case .poll: poll = Setting(try Self.duration(text, origin), from: source)
    case .lab: lab = Setting(try Self.lab(text, origin), from: source)
    case .secretsFile: secretsFile = Setting(try origin.resolve(text), from: source)
    case .world: world = Setting(try origin.resolve(text), from: source)
    }
  }

  private static func target(
    _ text: String, _ origin: SettingOrigin
  ) throws(SettingsError) -> PBXTarget {
    if text == PBXTarget.simulator.description { return .simulator }
    let example = "https://pbx.example"
    return .address(
      try address(text, schemes: [.http, .https], example: example, origin))
  }

  private static func address(
    _ text: String, schemes: [NetworkAddress.Scheme], example: String, _ origin: SettingOrigin
  ) throws(SettingsError) -> String {
    do throws(WebAddress.Fault) {
      return try WebAddress.checked(text, schemes: schemes, example: example)
    } catch {
      throw origin.error(error.reason, advice: error.advice)
    }
  }

  private static func zone(
    _ text: String, _ origin: SettingOrigin
  ) throws(SettingsError) -> PBXTimeZone {
    guard let zone = PBXTimeZone(text) else {
      throw origin.error(
        "must be an offset from UTC of at most 18 hours, and is \(ValueText.quoted(text))",
        advice: ["write it as `+08:00`, `-03:30` or `Z`"])
    }
    return zone
  }

  private static func duration(
    _ text: String, _ origin: SettingOrigin
  ) throws(SettingsError) -> Duration {
    guard let duration = DurationText.duration(text) else {
      throw origin.error(
        "must be a time of more than 0 and at most 720h, and is \(ValueText.quoted(text))",
        advice: ["write it as `200ms`, `10s`, `2m` or `4h`"])
    }
    return duration
  }

  private static func lab(
    _ text: String, _ origin: SettingOrigin
  ) throws(SettingsError) -> LabMode {
    guard let mode = LabMode(rawValue: text) else {
      throw origin.error("must be `auto` or `off`, and is \(ValueText.quoted(text))")
    }
    return mode
  }
}
