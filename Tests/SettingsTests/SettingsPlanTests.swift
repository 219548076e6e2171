import PBXModel
import Testing

@testable import Settings

/// Which of several places counts.
struct SettingsPlanTests {
  @Test func `without any setting the simulator inside the program is meant`() throws {
    let settings = try SettingsSources.test().settings()
    #expect(settings == Settings())
    #expect(settings.target == Setting(.simulator, from: .builtIn))
    #expect(settings.longestCall.value == .seconds(4 * 3600))
    #expect(settings.poll.value == .milliseconds(200))
  }

  @Test func `each place counts more than the one below it`() throws {
    var sources = SettingsSources.test(user: "pbx: http://user")
    func target() throws -> Setting<PBXTarget> { try sources.settings().target }
    let user = SettingSource.file(path: "/home/qa/.config/callflow/config.yaml", line: 1)
    #expect(try target() == Setting(.address("http://user"), from: user))
    sources.projectFile = .project("\n\npbx: http://project")
    let project = SettingSource.file(path: "../callflow.yaml", line: 3)
    #expect(try target() == Setting(.address("http://project"), from: project))
    sources.environment["CALLFLOW_PBX"] = "http://environment"
    let environment = SettingSource.environment(name: "CALLFLOW_PBX")
    #expect(try target() == Setting(.address("http://environment"), from: environment))
    sources.flags.pbx = "simulator"
    #expect(try target() == Setting(.simulator, from: .flag(name: "--pbx")))
  }

  @Test func `every key can be set in a file and in the environment alike`() throws {
    let values: [(SettingKey, String)] = [
      (.pbx, "https://pbx.example"), (.clientID, "4"), (.username, "qa"),
      (.push, "wss://pbx.example:8282/"), (.certificateAuthority, "/ca.pem"), (.zone, "-03:30"),
      (.connectTimeout, "300ms"), (.answerTimeout, "10s"), (.longestCall, "2h"), (.poll, "1m"),
      (.lab, "off"), (.secretsFile, "/s.yaml"), (.world, "/w.yaml"),
    ]
    #expect(values.map(\.0) == SettingKey.allCases)
    let text = values.map { "\($0.0.rawValue): \($0.1)\n" }.joined()
    let environment = Dictionary(
      uniqueKeysWithValues: values.map { ($0.0.environmentName, $0.1) })
    for sources in [SettingsSources.test(user: text), .test(environment: environment)] {
      let settings = try sources.settings()
      #expect(settings.target.value == .address("https://pbx.example"))
      #expect(settings.clientID?.value == "4")
      #expect(settings.username?.value == "qa")
      #expect(settings.push?.value == "wss://pbx.example:8282/")
      #expect(settings.certificateAuthority?.value == "/ca.pem")
      #expect(settings.zone.value == PBXTimeZone("-03:30"))
      #expect(settings.connectTimeout.value == .milliseconds(300))
      #expect(settings.answerTimeout.value == .seconds(10))
      #expect(settings.longestCall.value == .seconds(7200))
      #expect(settings.poll.value == .seconds(60))
      #expect(settings.lab.value == .off)
      #expect(settings.secretsFile?.value == "/s.yaml")
      #expect(settings.world?.value == "/w.yaml")
    }
  }

  @Test func `an empty variable of the environment says nothing`() throws {
    let settings = try SettingsSources.test(
      project: "username: qa",
      environment: [
        "CALLFLOW_USERNAME": "", "CALLFLOW_PASSWORD": "", "CALLFLOW_PROFILE": "",
      ]
    ).settings()
    #expect(settings.username?.value == "qa")
    #expect(settings.password == nil)
    #expect(settings.profile == nil)
  }

  @Test func `a profile counts more than the top level of either file`() throws {
    let user = """
      username: top
      client-id: 1
      vars: {a: top, b: top}
      profiles:
        lab: {username: lab, vars: {b: lab}}
        other: {username: other}
      """
    var sources = SettingsSources.test(user: user, flags: SettingsFlags(profile: "lab"))
    let settings = try sources.settings()
    #expect(settings.profile == Setting("lab", from: .flag(name: "--profile")))
    #expect(settings.username?.value == "lab")
    #expect(settings.clientID?.value == "1")
    #expect(settings.variables.mapValues(\.value) == ["a": "top", "b": "lab"])
    sources.projectFile = .project("username: project\nprofiles: {lab: {client-id: 2}}")
    #expect(try sources.settings().username?.value == "lab")
    #expect(try sources.settings().clientID?.value == "2")
  }

  @Test func `a profile is named by the environment and by an option above it`() throws {
    var sources = SettingsSources.test(
      project: "profiles: {one: {client-id: 1}, two: {client-id: 2}}",
      environment: ["CALLFLOW_PROFILE": "one"])
    #expect(try sources.settings().clientID?.value == "1")
    sources.flags.profile = "two"
    #expect(try sources.settings().clientID?.value == "2")
  }

  @Test func `paths in a file are relative to it and others to the current folder`() throws {
    func path(_ text: String, from key: String) throws -> String? {
      let sources: SettingsSources =
        switch key {
        case "user": .test(user: "cacert: \(text)")
        case "project": .test(project: "cacert: \(text)")
        case "environment": .test(environment: ["CALLFLOW_CACERT": text])
        default: .test(flags: SettingsFlags(certificateAuthority: text))
        }
      return try sources.settings().certificateAuthority?.value
    }
    #expect(try path("ca.pem", from: "user") == "/home/qa/.config/callflow/ca.pem")
    #expect(try path("tls/ca.pem", from: "project") == "../tls/ca.pem")
    #expect(try path("ca.pem", from: "environment") == "ca.pem")
    #expect(try path("ca.pem", from: "flag") == "ca.pem")
    #expect(try path("/ca.pem", from: "project") == "/ca.pem")
    #expect(try path("~/ca.pem", from: "project") == "/home/qa/ca.pem")
    let root = SettingsFile(path: "/callflow.yaml", text: "cacert: ca.pem", mode: 0o644)
    let settings = try SettingsSources(projectFile: root).settings()
    #expect(settings.certificateAuthority?.value == "/ca.pem")
  }

  @Test func `parameters of scripts come from files and the environment`() throws {
    let settings = try SettingsSources.test(
      project: "vars: {consultant: 8005, greeting: \"\", night: 8009}",
      environment: [
        "CALLFLOW_VAR_CONSULTANT": "8105", "CALLFLOW_VAR_maxWait": "9", "CALLFLOW_VAR_": "x",
      ]
    ).settings()
    #expect(
      settings.variables.mapValues(\.value) == [
        "consultant": "8105", "greeting": "", "night": "8009", "maxWait": "9",
      ])
    #expect(settings.variables["night"]?.source == .file(path: "../callflow.yaml", line: 1))
  }

  @Test func `the program reads the variables that settings are made from and no others`() {
    for name in ["CALLFLOW_PBX", "CALLFLOW_CLIENT_SECRET", "CALLFLOW_PROFILE", "CALLFLOW_VAR_a"] {
      #expect(EnvironmentNames.contains(name), "\(name)")
    }
    for name in ["CALLFLOW_BENCHMARKS", "CALLFLOW_VAR_", "PBX", "callflow_pbx"] {
      #expect(!EnvironmentNames.contains(name), "\(name)")
    }
  }

  @Test(arguments: ["", "# nothing\n", "~", "---\n", "vars:\nprofiles:\n"])
  func `a file that says nothing is none`(text: String) throws {
    #expect(try SettingsSources.test(project: text).settings() == Settings())
  }
}
