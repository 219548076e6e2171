import Testing

@testable import Settings

/// What is said of settings that cannot be used.
struct SettingsErrorTests {
  private func refusal(of sources: SettingsSources) -> SettingsError? {
    do throws(SettingsError) {
      _ = try sources.settings()
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    ("colour: red", "there is no setting `colour`", "1:1", "settings: `pbx`, `client-id`"),
    ("zonf: Z", "there is no setting `zonf`", "1:1", "did you mean `zone`?"),
    ("passworr: x", "there is no setting `passworr`", "1:1", "if you mean the secret `password`"),
    ("pbx: [a]", "`pbx` must be a single value", "1:6", ""),
    ("pbx:", "`pbx` has no value", "1:1", ""),
    ("pbx: ''", "`pbx` has no value", "1:6", "leave it out"),
    ("pbx: pbx.example", "must begin with `http://` or `https://`", "1:6", "https://pbx.example"),
    ("push: https://pbx.example", "must begin with `ws://` or `wss://`", "1:7", "wss://"),
    ("\nzone: +8", "`zone` must be an offset", "2:7", "`+08:00`"),
    ("poll: 5", "`poll` must be a time", "1:7", "`200ms`"),
    ("poll: 0s", "and is `0s`", "1:7", "`200ms`"),
    ("lab: no", "`lab` must be `auto` or `off`, and is `no`", "1:6", ""),
    ("vars: x", "`vars` must be a map of values", "1:7", "name: …"),
    ("vars: {a: {b: c}}", "`a` must be a single value", "1:11", ""),
    ("profiles: {a: {profiles: {}}}", "must not stand inside of a profile", "1:16", ""),
    ("profiles: {a: {zone: x}}", "`zone` must be", "1:22", ""),
    ("profiles: [a]", "`profiles` must be a map of profiles", "1:11", ""),
    ("password: x", "`password` is a secret", "1:1", "`CALLFLOW_PASSWORD`"),
    ("profiles: {a: {client-secret: x}}", "`client-secret` is a secret", "1:16", "secrets.yaml"),
    ("[a]: b", "a key must be a word", "1:1", ""),
    ("just text", "must hold settings", "1:1", ""),
    ("a: [", "this is no YAML", "2:1", ""),
    ("zone: Z\n  b: c", "this is no YAML", "2:4", ""),
    ("zone: Z\nzone: Z", "`zone` is given twice", "1:1", "keep one"),
    ("zone: *no", "found undefined alias", "1:7", ""),
    ("cacert: \"a\\0b\"", "holds a NUL", "1:9", ""),
  ])
  func `a wrong file is told by what is wrong and where`(
    text: String, message: String, place: String, advice: String
  ) throws {
    let error = try #require(refusal(of: .test(project: text)))
    #expect(error.kind == .file)
    #expect(error.message.contains(message), "\(error)")
    #expect(error.notes.first == "--> ../callflow.yaml:\(place)", "\(error)")
    let told = advice.isEmpty || error.advice.joined(separator: "\n").contains(advice)
    #expect(told, "\(error)")
  }

  @Test(arguments: [
    ("CALLFLOW_ZONE", "noon"), ("CALLFLOW_PBX", "ftp://x"), ("CALLFLOW_POLL", "fast"),
    ("CALLFLOW_PROFILE", "nobody"),
  ])
  func `a wrong variable of the environment is named`(name: String, text: String) throws {
    let error = try #require(refusal(of: .test(environment: [name: text])))
    #expect(error.kind == .invocation)
    #expect(error.message.hasPrefix("`\(name)` "), "\(error)")
    #expect(error.place == nil)
  }

  @Test func `a wrong option is named`() throws {
    let flags = SettingsFlags(pbx: "pbx.example")
    let error = try #require(refusal(of: .test(flags: flags)))
    #expect(error.kind == .invocation)
    #expect(error.message.hasPrefix("`--pbx` must begin with"), "\(error)")
  }

  @Test func `a profile that is not there is answered with those that are`() throws {
    let sources = SettingsSources.test(
      user: "profiles: {lab: {}}", project: "profiles: {prod: {}, lab: {}}",
      flags: SettingsFlags(profile: "las"))
    let error = try #require(refusal(of: sources))
    #expect(error.kind == .invocation)
    #expect(error.message == "`--profile` names no profile: there is no `las`")
    #expect(error.advice == ["did you mean `lab`?", "profiles: `lab`, `prod`"])
  }

  @Test func `what nobody uses is checked too`() {
    let sources = SettingsSources.test(
      user: "zone: noon", project: "zone: Z", environment: ["CALLFLOW_ZONE": "Z"])
    #expect(refusal(of: sources) != nil)
    #expect(refusal(of: .test(project: "profiles: {unused: {poll: never}}")) != nil)
  }

  @Test(arguments: [
    "https://qa:hunter2@pbx.example", "qa:hunter2@pbx.example", "https://hunter2@\u{301}x",
    "https://pbx.example/?token=hunter2", "https://pbx.example#hunter2",
  ])
  func `an address with a password in it is refused without showing it`(text: String) throws {
    let flags = SettingsFlags(pbx: text)
    let error = try #require(refusal(of: .test(flags: flags)))
    #expect(!"\(error)".contains("hunter2"), "\(error)")
  }

  @Test func `aliases within aliases cost nothing`() throws {
    var text = "vars:\n  a0: &a0 [x, x]\n"
    for level in 1...60 {
      text += "  a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n"
    }
    let error = try #require(refusal(of: .test(project: text)))
    #expect(error.message == "`a0` must be a single value")
  }
}
