/// The variables of the environment that settings are read from.
package enum EnvironmentNames {
  /// What every one of them begins with.
  static let prefix = "CALLFLOW_"
  package static let profile = prefix + "PROFILE"
  /// What the name of a script's parameter follows.
  package static let variablePrefix = prefix + "VAR_"

  /// All but those of the scripts' parameters.
  package static let fixed: [String] =
    [profile] + SettingKey.allCases.map(\.environmentName)
    + SecretKey.allCases.map(\.environmentName)

  /// Whether settings are read from a variable.
  package static func contains(_ name: String) -> Bool {
    fixed.contains(name) || parameter(of: name) != nil
  }

  /// `client-id` to `CALLFLOW_CLIENT_ID`.
  static func name(of key: String) -> String {
    prefix + String(key.map { $0 == "-" ? "_" : $0 }).uppercased()
  }

  /// The parameter that a variable sets; nil for any other variable.
  ///
  /// Environments are written in capitals, scripts are not: a name in capitals alone means the
  /// parameter in small letters.
  static func parameter(of name: String) -> String? {
    guard name.hasPrefix(variablePrefix) else { return nil }
    let rest = String(name.dropFirst(variablePrefix.count))
    if rest.isEmpty { return nil }
    return rest.contains(where: \.isLowercase) ? rest : rest.lowercased()
  }
}
