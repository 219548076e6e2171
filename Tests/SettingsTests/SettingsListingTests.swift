import PBXModel
import Testing

@testable import Settings

/// What is shown of settings.
struct SettingsListingTests {
  private func listing() throws -> SettingsListing {
    let settings = try SettingsSources.test(
      user: "cacert: ca.pem", project: "pbx: https://pbx.example\nvars: {a: 8001, b: ''}",
      environment: ["CALLFLOW_PASSWORD": "hunter2"]
    ).settings(secrets: .secrets("client-secret: hunter2\npbx: https://pbx.example"))
    return SettingsListing(settings)
  }

  @Test func `a table has each value with its source and no secret`() throws {
    let table = try listing().table(shown: \.self)
    let config = "/home/qa/.config/callflow"
    #expect(
      table == """
        profile          unset
        pbx              https://pbx.example               ../callflow.yaml:1
        client-id        unset
        client-secret    set                               /home/qa/secrets.yaml:1
        username         unset
        password         set                               CALLFLOW_PASSWORD
        push             unset
        cacert           \(config)/ca.pem  \(config)/config.yaml:1
        zone             +08:00                            built in
        connect-timeout  5s                                built in
        answer-timeout   30s                               built in
        longest-call     4h                                built in
        poll             200ms                             built in
        lab              auto                              built in
        secrets-file     unset
        world            unset
        vars.a           8001                              ../callflow.yaml:2
        vars.b           ""                                ../callflow.yaml:2

        """)
  }

  @Test func `JSON has the same and tells of a secret whether it is set`() throws {
    let json = try #require(try listing().json.object)
    func member(_ name: String) -> String? { json[name]?.text() }
    #expect(
      member("pbx") == """
        {"value":"https://pbx.example",\
        "source":{"kind":"file","path":"../callflow.yaml","line":1}}
        """)
    #expect(
      member("password") == """
        {"set":true,"source":{"kind":"environment","name":"CALLFLOW_PASSWORD"}}
        """)
    #expect(member("username") == #"{"value":null,"source":null}"#)
    #expect(member("lab") == #"{"value":"auto","source":{"kind":"built-in"}}"#)
    #expect(json["vars"]?.object?.members.map(\.name) == ["a", "b"])
    #expect(!(try listing().json.text().contains("hunter2")))
  }

  @Test func `a secret that is not set says so`() {
    let json = SettingsListing(Settings()).json.object
    #expect(json?["password"]?.text() == #"{"set":false,"source":null}"#)
  }

  @Test func `every setting has its row`() {
    let names = Set(SettingsListing(Settings()).rows.map(\.name))
    let keys = SettingKey.allCases.map(\.rawValue) + SecretKey.allCases.map(\.rawValue)
    #expect(names == Set(keys + ["profile"]))
  }

  @Test func `what is shown is made safe first`() throws {
    let settings = try SettingsSources.test(environment: ["CALLFLOW_USERNAME": "\u{1B}[2J"])
      .settings()
    let table = SettingsListing(settings).table { $0.replacing("\u{1B}", with: "?") }
    #expect(table.contains("username         ?[2J"))
  }
}
