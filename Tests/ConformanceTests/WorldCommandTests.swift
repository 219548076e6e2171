import FlowRunner
import Foundation
import PBXModel
import Testing
import WorldFile
import callflow

/// World files on the command line, in settings, and as documents.
struct WorldCommandTests {
  private static let worlds =
    (try? Repository.files(below: "scripts/worlds", endingIn: [".yaml"])) ?? []

  /// Runs a command line in a folder that holds these files.
  private func run(
    _ arguments: String..., files: [String: String] = [:], environment: [String: String] = [:],
    input: String = ""
  ) async throws -> ProgramRun {
    let root = FileManager.default.temporaryDirectory.appending(path: "world-\(UUID())")
    defer { try? FileManager.default.removeItem(at: root) }
    for (path, text) in files.merging(["inner/.keep": ""], uniquingKeysWith: { own, _ in own }) {
      let file = root.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let screen = Transcript()
    let (output, errors) = (Capture(screen: screen), Capture(screen: screen))
    var system = System(
      files: RootedFiles(root: root.path + "/inner", input: input), output: output, errors: errors,
      environment: environment)
    system.folder = root.path + "/inner"
    let status = await Callflow.run(arguments, in: system)
    return ProgramRun(
      output: output.text, errors: errors.text, screen: screen.text, status: status, written: [:])
  }

  @Test(arguments: worlds)
  func `a shipped world is right`(path: String) async {
    let run = await ProgramRun.run(["world", "check", path], in: Repository.root)
    #expect(run.status == .passed, "\(run.screen)")
    #expect(run.errors.hasPrefix("\(path): right, with "))
  }

  @Test func `there are worlds to start from`() {
    #expect(Self.worlds.count >= 2)
  }

  @Test func `a world with nothing in it is right`() async throws {
    let checked = try await run("world", "check", "-", input: "extensions: []")
    #expect(checked.screen == "-: right, with nothing in it\n")
  }

  @Test func `the default world that is shown is right`() async throws {
    let shown = try await run("world", "show")
    let checked = try await run("world", "check", "-", input: shown.output)
    #expect(checked.screen == "-: right, with 10 extensions, 1 trunk, 1 queue, 1 menu, 1 mailbox\n")
    let again = try await run("world", "show", "-", input: shown.output)
    #expect(again.output == shown.output)
  }

  @Test func `a test runs in the world of a file`() async throws {
    let world = "extensions: [8001, {number: 8777, phone: busy}]\nstart: 2020-02-03 04:05:06"
    let run = try await run(
      "run", "-q", "--world", "w.yaml", "-e", "dial 8001 -> 8777; outcome(wait cdr of call)",
      files: ["inner/w.yaml": world])
    #expect(run.status == .passed, "\(run.screen)")
    #expect(run.output.contains("busy"), "\(run.screen)")
  }

  @Test func `virtual time and zone are the world's`() async throws {
    let world = "extensions: [8001-8002]\nstart: 2020-02-03 04:05:06\nzone: \"-03:30\""
    let run = try await run(
      "run", "-q", "--world", "w.yaml", "-e",
      "dial 8001 -> 8002; wait answered; hangup 8001; (wait cdr of call).start",
      files: ["inner/w.yaml": world])
    #expect(run.output.contains("2020-02-03 04:05:06"), "\(run.screen)")
  }

  @Test func `a project's setting names a world beside its file`() async throws {
    let files = ["callflow.yaml": "world: w.yaml", "w.yaml": "extensions: [8777, 8778]"]
    let dialled = try await run("run", "-q", "-e", "dial 8777 -> 8778; wait answered", files: files)
    #expect(dialled.status == .passed, "\(dialled.screen)")
    let missing = try await run("run", "-e", "log 1", files: ["callflow.yaml": "world: no.yaml"])
    #expect(missing.status == .invalid)
    #expect(
      missing.errors == """
        error[E0501]: cannot read `../no.yaml`: No such file or directory
          `world` is set by ../callflow.yaml:1

        """)
  }

  @Test func `the environment names a world`() async throws {
    let run = try await run(
      "run", "-q", "-e", "dial 8777 -> 8778; wait answered",
      files: ["inner/w.yaml": "extensions: [8777, 8778]"], environment: ["CALLFLOW_WORLD": "w.yaml"]
    )
    #expect(run.status == .passed, "\(run.screen)")
  }

  @Test(arguments: [["run", "-e", "log 1"], ["repl"], ["serve"]])
  func `a wrong world keeps everything from beginning`(arguments: [String]) async throws {
    let files = ["inner/w.yaml": "extensions: [8001]\nzone: noon\nstart: noon\n"]
    let all = arguments + ["--world", "w.yaml"]
    let run =
      switch all.count {
      case 5: try await run(all[0], all[1], all[2], all[3], all[4], files: files)
      default: try await run(all[0], all[1], all[2], files: files)
      }
    #expect(run.status == .invalid)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("w.yaml:2:7\n"))
    #expect(
      run.errors.hasSuffix("error[E0517]: the world file `w.yaml` has 2 errors\n"), "\(run.errors)")
  }

  @Test func `a world and another PBX do not go together`() async throws {
    let files = ["inner/w.yaml": "extensions: [8001]", "callflow.yaml": "world: inner/w.yaml"]
    let both = try await run(
      "run", "-e", "log 1", "--world", "w.yaml", "--pbx", "https://pbx.example", files: files)
    #expect(both.status == .usage)
    #expect(
      both.errors == """
        error[E0518]: `--world` is for the simulator inside the program alone
          the PBX is `https://pbx.example`, by --pbx
          leave one of the two out, or add `--pbx simulator`

        """)
    // A standing world is no reason not to use a PBX: what is missing here are the credentials.
    let standing = try await run("run", "-e", "log 1", "--pbx", "https://pbx.example", files: files)
    #expect(standing.errors.hasPrefix("error[E0512]"), "\(standing.errors)")
  }

  @Test func `the seed of an option counts more than the world's`() async throws {
    let files = ["inner/w.yaml": "extensions: [8001]\nseed: 77"]
    let own = try await run("run", "-v", "-e", "log 1", "--world", "w.yaml", files: files)
    #expect(own.errors.hasPrefix("seed 77\n"), "\(own.errors)")
    let given = try await run(
      "run", "-v", "-e", "log 1", "--world", "w.yaml", "--seed", "5", files: files)
    #expect(given.errors.hasPrefix("seed 5\n"), "\(given.errors)")
  }

  @Test func `a warning leaves a world right`() async throws {
    let run = try await run(
      "world", "check", "w.yaml", files: ["inner/w.yaml": "extensions: [8001]\ntrunks: [a, b]"])
    #expect(run.status == .passed)
    #expect(run.errors.hasPrefix("warning[W0601]: no pattern leads to the trunk `b`\n"))
  }

  @Test(
    .serialized,
    arguments: [
      ("scripts/worlds/world.schema.json", WorldFile.schema.text(style: .indented) + "\n", ""),
      ("worlds.md", WorldFile.manual, "keys"),
    ])
  func `the documents of world files are current`(
    path: String, expected: String, chapter: String
  ) throws {
    let file = URL(fileURLWithPath: Repository.root + "/" + path)
    let document = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    var range = document.startIndex..<document.endIndex
    if !chapter.isEmpty {
      let start = try #require(document.firstRange(of: "<!-- \(chapter): begin -->\n")).upperBound
      let end = try #require(document.firstRange(of: "<!-- \(chapter): end -->")).lowerBound
      range = start..<end
    }
    guard Fixture.isRecording else {
      #expect(document[range] == expected, "write it with RECORD=1")
      return
    }
    let changed = document[..<range.lowerBound] + expected + document[range.upperBound...]
    try Data(changed.utf8).write(to: file)
    Issue.record("recorded \(path); look at it and run again without RECORD")
  }
}
