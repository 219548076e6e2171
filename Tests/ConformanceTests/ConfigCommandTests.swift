import FlowRunner
import Foundation
import Testing
import callflow

/// `callflow config show`, with files in a folder of their own.
struct ConfigCommandTests {
  /// A folder with a home and a project that is gone with the test.
  private final class Place: Sendable {
    let root: String

    init() throws {
      root = FileManager.default.temporaryDirectory.appending(path: "config-\(UUID())").path
      for folder in ["home/.config/callflow", "project/inner"] {
        try FileManager.default.createDirectory(
          atPath: root + "/" + folder, withIntermediateDirectories: true)
      }
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    func write(_ path: String, _ text: String, mode: Int = 0o644) throws {
      try Data(text.utf8).write(to: URL(fileURLWithPath: root + "/" + path))
      try FileManager.default.setAttributes(
        [.posixPermissions: mode], ofItemAtPath: root + "/" + path)
    }

    func run(_ arguments: String..., environment: [String: String] = [:]) async -> ProgramRun {
      let screen = Transcript()
      let (output, errors) = (Capture(screen: screen), Capture(screen: screen))
      let folder = root + "/project/inner"
      var system = System(
        files: RootedFiles(root: folder, input: ""), output: output, errors: errors,
        environment: ["HOME": root + "/home"].merging(environment) { _, own in own })
      system.folder = folder
      let status = await Callflow.run(["config", "show"] + arguments, in: system)
      return ProgramRun(
        output: output.text, errors: errors.text, screen: screen.text, status: status,
        written: [:])
    }
  }

  @Test func `settings are found in the home and in a folder around the current one`() async throws
  {
    let place = try Place()
    try place.write("home/.config/callflow/config.yaml", "username: qa")
    try place.write(
      "home/.config/callflow/secrets.yaml",
      "password: hunter2\npbx: https://pbx.example", mode: 0o600)
    try place.write("project/callflow.yaml", "pbx: https://pbx.example")
    let run = await place.run()
    #expect(run.status == .passed, "\(run.screen)")
    let table = run.output.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(table.contains(["pbx", "https://pbx.example", "../callflow.yaml:1"]))
    let home = place.root + "/home/.config/callflow"
    #expect(table.contains(["username", "qa", "\(home)/config.yaml:1"]))
    #expect(table.contains(["password", "set", "\(home)/secrets.yaml:1"]))
    #expect(!run.screen.contains("hunter2"))
  }

  @Test func `the nearest file of a project counts and no other`() async throws {
    let place = try Place()
    try place.write("project/callflow.yaml", "client-id: 1\nusername: outer")
    try place.write("project/inner/callflow.yaml", "client-id: 2")
    let run = await place.run("--json")
    #expect(run.output.contains("\"path\": \"callflow.yaml\""), "\(run.screen)")
    #expect(!run.output.contains("outer"))
  }

  @Test func `the folder for settings can be another one`() async throws {
    let place = try Place()
    try place.write("project/config.yaml", "username: no")
    try FileManager.default.createDirectory(
      atPath: place.root + "/xdg/callflow", withIntermediateDirectories: true)
    try place.write("xdg/callflow/config.yaml", "username: xdg")
    let run = await place.run(environment: ["XDG_CONFIG_HOME": place.root + "/xdg"])
    #expect(run.output.contains("xdg/callflow/config.yaml:1"), "\(run.screen)")
  }

  @Test func `options count most and name themselves`() async throws {
    let run = await (try Place()).run(
      "--pbx", "https://pbx.example", "--cacert", "ca.pem",
      environment: ["CALLFLOW_PBX": "simulator"])
    #expect(run.output.contains("pbx              https://pbx.example  --pbx\n"), "\(run.screen)")
    #expect(run.output.contains("cacert           ca.pem               --cacert\n"))
  }

  @Test func `a wrong file ends with 2 and shows where`() async throws {
    let place = try Place()
    try place.write("project/callflow.yaml", "pbx: simulator\nzoen: Z\n")
    let run = await place.run()
    #expect(run.status == .invalid)
    #expect(run.output.isEmpty)
    #expect(
      run.errors == """
        error[E0510]: there is no setting `zoen`
          --> ../callflow.yaml:2:1
          did you mean `zone`?

        """)
  }

  @Test func `a wrong option or variable ends with 64`() async throws {
    let place = try Place()
    #expect(await place.run("--pbx", "pbx.example").status == .usage)
    #expect(await place.run("--profile", "nobody").status == .usage)
    #expect(await place.run(environment: ["CALLFLOW_ZONE": "noon"]).status == .usage)
    #expect(await place.run("--password", "hunter2").status == .usage)
  }

  @Test func `a secrets file that others can read ends with 2`() async throws {
    let place = try Place()
    try place.write("home/.config/callflow/secrets.yaml", "password: hunter2", mode: 0o640)
    let run = await place.run()
    let path = place.root + "/home/.config/callflow/secrets.yaml"
    #expect(run.status == .invalid)
    #expect(
      run.errors == """
        error[E0511]: `\(path)` holds secrets, and others can reach it: its mode is 0640
          run: chmod 600 \(path)

        """)
  }

  @Test func `a secrets file that a setting names must be there`() async throws {
    let place = try Place()
    let missing = await place.run(environment: ["CALLFLOW_SECRETS_FILE": "no.yaml"])
    #expect(missing.status == .invalid)
    #expect(
      missing.errors == """
        error[E0501]: cannot read `no.yaml`: No such file or directory
          `secrets-file` is set by CALLFLOW_SECRETS_FILE

        """)
    try place.write("project/own.yaml", "password: hunter2", mode: 0o600)
    try place.write("project/callflow.yaml", "secrets-file: own.yaml")
    let run = await place.run()
    #expect(run.output.contains("../own.yaml:1"), "\(run.screen)")
  }

  @Test func `a file that cannot be taken for text is named`() async throws {
    let place = try Place()
    try place.write("project/callflow.yaml", String(repeating: "#", count: (1 << 20) + 1))
    let large = await place.run()
    #expect(large.status == .invalid)
    #expect(large.errors.contains("cannot read `../callflow.yaml`: File too large"))
    let file = URL(fileURLWithPath: place.root + "/project/callflow.yaml")
    try Data([0xFF, 0xFE, 0x00]).write(to: file)
    #expect(await place.run().errors.contains("it is no text in UTF-8"))
    try FileManager.default.removeItem(at: file)
    try FileManager.default.createDirectory(at: file, withIntermediateDirectories: false)
    let folder = await place.run()
    #expect(folder.status == .invalid)
    #expect(folder.errors.contains("`../callflow.yaml`: Is a directory"), "\(folder.errors)")
  }

  @Test func `an endless file is not read to its end`() {
    #expect(throws: FileError(path: "/dev/zero", reason: "File too large")) {
      try POSIXFiles().readIfPresent("/dev/zero", limit: 1000)
    }
  }

  @Test func `accounts are read by the same rules`() throws {
    let place = try Place()
    let system = System(
      files: RootedFiles(root: place.root, input: ""), output: Capture(screen: Transcript()),
      errors: Capture(screen: Transcript()))
    let loader = SettingsLoader(system: system)
    #expect(throws: RunProblem.self) { try loader.accounts(at: "no.yaml") }
    let text = "clients: [{id: 1, secret: a}]\nusers: [{name: api, password: b}]"
    try place.write("accounts.yaml", text, mode: 0o600)
    #expect(throws: Never.self) { _ = try loader.accounts(at: "accounts.yaml") }
    try place.write("accounts.yaml", text, mode: 0o644)
    let problem = try #require(throws: RunProblem.self) {
      try loader.accounts(at: "accounts.yaml")
    }
    #expect(problem.code == "E0511" && problem.status == .invalid)
  }

  @Test func `a misspelled subcommand of config is answered with the one that was meant`() async {
    let run = await ProgramRun.run(["config", "shwo"], in: Repository.fixtures)
    #expect(run.status == .usage)
    #expect(run.errors.hasSuffix("Did you mean 'show'?\n"), "\(run.errors)")
  }
}
