import Testing

@testable import Settings

/// The file that secrets are kept in.
struct SecretsFileTests {
  private func refusal(of file: SettingsFile) -> SettingsError? {
    do throws(SettingsError) {
      _ = try SettingsSources.test().settings(secrets: file)
      return nil
    } catch {
      return error
    }
  }

  @Test func `secrets come from their file and from the environment above it`() throws {
    let file = SettingsFile.secrets("client-secret: 0815\npassword: file")
    let settings = try SettingsSources.test(environment: ["CALLFLOW_PASSWORD": "environment"])
      .settings(secrets: file)
    #expect(settings.clientSecret?.value.reveal() == "0815")
    #expect(settings.clientSecret?.source == .file(path: "/home/qa/secrets.yaml", line: 1))
    #expect(settings.password?.value.reveal() == "environment")
    #expect(settings.password?.source == .environment(name: "CALLFLOW_PASSWORD"))
  }

  @Test func `secrets do not go where only the project's file says`() throws {
    let sources = SettingsSources.test(project: "pbx: https://elsewhere.example")
    let kept = "client-secret: a\npassword: b"
    #expect(throws: SettingsError.self) { try sources.settings(secrets: .secrets(kept)) }
    let meant = try sources.settings(
      secrets: .secrets(kept + "\npbx: https://elsewhere.example/dscom-api/public"))
    #expect(meant.password?.value.reveal() == "b")
    // Who names the PBX in an option, the environment or the own file means it.
    var own = SettingsSources.test(
      project: "pbx: https://elsewhere.example",
      flags: SettingsFlags(pbx: "https://pbx.example"))
    #expect(try own.settings(secrets: .secrets(kept)).password != nil)
    own = SettingsSources.test(user: "pbx: https://pbx.example")
    #expect(try own.settings(secrets: .secrets(kept)).password != nil)
    // Nothing of the file is used, and nothing said, where the environment has both.
    var given = sources
    given.environment = ["CALLFLOW_CLIENT_SECRET": "c", "CALLFLOW_PASSWORD": "d"]
    #expect(try given.settings(secrets: .secrets(kept)).password?.value.reveal() == "d")
  }

  @Test func `secrets for one PBX are not used with another`() throws {
    let sources = SettingsSources.test(user: "pbx: https://pbx.example")
    let kept = "client-secret: a\npassword: b\npbx: https://other.example"
    #expect(try sources.settings(secrets: .secrets(kept)).password == nil)
    let error = try #require(refusal(of: .secrets("password: b\npbx: 8001")))
    #expect(error.message.contains("`pbx`"), "\(error)")
  }

  @Test func `a profile has secrets of its own`() throws {
    let file = SettingsFile.secrets(
      "password: top\nclient-secret: top\nprofiles: {lab: {password: lab}}")
    let settings = try SettingsSources.test(
      project: "profiles: {lab: {}}", flags: SettingsFlags(profile: "lab")
    ).settings(secrets: file)
    #expect(settings.password?.value.reveal() == "lab")
    #expect(settings.clientSecret?.value.reveal() == "top")
  }

  @Test func `a profile that only the secrets know is none`() {
    let file = SettingsFile.secrets("profiles: {lab: {password: lab}}")
    #expect(throws: SettingsError.self) {
      try SettingsSources.test(flags: SettingsFlags(profile: "lab")).settings(secrets: file)
    }
  }

  @Test func `a setting names another secrets file`() throws {
    let usual = try SettingsPlan(.test(), closest: closest).secretsRequest
    #expect(usual == .init(path: "/home/qa/secrets.yaml", source: nil))
    let sources = SettingsSources.test(project: "secrets-file: own.yaml")
    let named = try SettingsPlan(sources, closest: closest).secretsRequest
    #expect(named?.path == "../own.yaml")
    #expect(named?.source == .file(path: "../callflow.yaml", line: 1))
  }

  @Test(arguments: [0o640, 0o604, 0o644, 0o777, 0o602, 0o601, 0o100_644] as [UInt32])
  func `a secrets file that others can reach is refused`(mode: UInt32) throws {
    let error = try #require(refusal(of: .secrets("password: hunter2", mode: mode)))
    #expect(error.kind == .exposedSecrets)
    #expect(error.message.contains("`/home/qa/secrets.yaml`"))
    #expect(error.message.contains("0" + String(mode & 0o777, radix: 8)), "\(error)")
    #expect(error.advice == ["run: chmod 600 /home/qa/secrets.yaml"])
  }

  @Test(arguments: [0o600, 0o400, 0o700, 0o100_600] as [UInt32])
  func `a secrets file of its owner alone is taken`(mode: UInt32) {
    #expect(refusal(of: .secrets("password: hunter2", mode: mode)) == nil)
  }

  @Test(arguments: [
    ("/a b/it's.yaml", "'/a b/it'\\''s.yaml'"), ("-s.yaml", "-- '-s.yaml'"),
    ("$(x).yaml", "'$(x).yaml'"),
  ])
  func `the command that closes a file can be copied`(path: String, word: String) throws {
    let file = SettingsFile(path: path, text: "", mode: 0o644)
    #expect(try #require(refusal(of: file)).advice == ["run: chmod 600 \(word)"])
  }

  @Test(arguments: [
    ("hunter2", "must be a map"), ("- hunter2", "must be a map"),
    ("password: [hunter2]", "`password` must be a text"), ("password: ~", "must be a text"),
    ("password: ''", "must be a text"), ("password: \"hunter2", "this is no YAML"),
    ("password: hunter2\npassword: hunter2", "`password` is given twice"),
    ("passwore: hunter2", "there is no secret `passwore`"),
    ("username: hunter2", "`username` is no secret"), ("vars: hunter2", "`vars` is no secret"),
    ("profiles: hunter2", "`profiles` must be a map"),
    ("profiles: {lab: hunter2}", "`lab` must be a map"),
    ("profiles: {lab: {profiles: hunter2}}", "there is no secret `profiles`"),
  ])
  func `a wrong secrets file is told without what is in it`(
    text: String, message: String
  ) throws {
    let error = try #require(refusal(of: .secrets(text)))
    #expect(error.message.contains(message), "\(error)")
    #expect(!"\(error)".contains("hunter2"), "\(error)")
  }
}
