/// What can be set, as files spell it.
package enum SettingKey: String, CaseIterable, Sendable {
  case pbx
  case clientID = "client-id"
  case username
  case push
  case certificateAuthority = "cacert"
  case zone
  case connectTimeout = "connect-timeout"
  case answerTimeout = "answer-timeout"
  case longestCall = "longest-call"
  case poll
  case lab
  case secretsFile = "secrets-file"
  case world

  /// The variable of the environment that sets it.
  package var environmentName: String { EnvironmentNames.name(of: rawValue) }
}

/// What must stay secret, as files spell it.
package enum SecretKey: String, CaseIterable, Sendable {
  case clientSecret = "client-secret"
  case password

  /// The variable of the environment that sets it.
  package var environmentName: String { EnvironmentNames.name(of: rawValue) }
}
