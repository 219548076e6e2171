import FlowRunner
import Foundation
import Testing
import callflow

/// The command line: what it takes, what it answers, and how the process ends.
struct CommandLineTests {
  private func run(_ arguments: String..., input: String = "") async -> ProgramRun {
    await ProgramRun.run(arguments, in: Repository.fixtures, input: input)
  }

  @Test(arguments: [
    ["run"], ["run", "-e"], ["run", "x.flow", "-e", "log 1"], ["run", "--no-such-option"],
    ["run", "x.flow", "--var", "novalue"], ["run", "x.flow", "--var", "=1"],
    ["run", "x.flow", "--time", "slow"], ["run", "x.flow", "--seed", "-1"],
    ["run", "x.flow", "--report", "junit"], ["run", "x.flow", "--report", "pdf=x"],
    ["run", "x.flow", "--max-real-time", "0"], ["run", "x.flow", "-q", "-v"],
    ["run", "x.flow", "--color", "blue"], ["check"], ["no-such-command"], ["--no-such-option"],
    ["config", "show", "--password", "x"], ["config", "no-such-word"],
  ])
  func `wrong use ends with 64 and says why`(arguments: [String]) async {
    let run = await ProgramRun.run(arguments, in: Repository.fixtures)
    #expect(run.status == .usage)
    #expect(run.errors.hasPrefix("Error: "), "\(run.errors)")
    #expect(run.output.isEmpty)
  }

  @Test(arguments: [
    (["run", "--bogus"], "Unknown option '--bogus'"),
    (["check", "--bogus"], "Unknown option '--bogus'"),
    (["run", "-e", "log 1", "--tiem", "real"], "Did you mean '--time'?"),
    (["run", "x.flow", "--report", "tap=x"], "one of these formats: junit"),
    (["run", "x.flow", "--seed", "-1"], "a whole number from 0 to 18446744073709551615"),
    (["run", "x.flow", "--max-real-time", "-5"], "such as 90, 60s, 5m or 1h"),
    (["run", "x.flow", "--var", "novalue"], "write NAME=VALUE"),
    (["run", "x.flow", "--report", "junit=-", "--report", "junit=-"], "Only one report"),
    (["run"], "See 'callflow run --help' for more information."),
    (["world", "check"], "See 'callflow world check --help' for more information."),
  ])
  func `wrong use is answered with what is wrong first`(
    arguments: [String], answer: String
  ) async {
    let run = await ProgramRun.run(arguments, in: Repository.fixtures)
    #expect(run.status == .usage)
    #expect(run.errors.contains(answer), "\(run.errors)")
  }

  @Test(arguments: [
    ["--help"], ["run", "--help"], ["check", "--help"], ["repl", "--help"],
    ["config", "--help"], ["config", "show", "--help"],
  ])
  func `help has examples`(arguments: [String]) async {
    let run = await ProgramRun.run(arguments, in: Repository.fixtures)
    #expect(run.status == .passed)
    #expect(run.output.contains("EXAMPLES\n  callflow"))
    #expect(run.errors.isEmpty)
  }

  @Test func `a word that is no subcommand is answered with the one that was meant`() async {
    #expect(await run("rnu", "x.flow").errors.hasSuffix("Did you mean 'run'?\n"))
    #expect(await run("x.flow").errors.hasSuffix("write: callflow run x.flow\n"))
  }

  @Test func `the version is the same however it is asked for`() async {
    #expect(await run("--version").output == Version.text + "\n")
    #expect(await run("run", "--version").output == Version.text + "\n")
  }

  @Test func `a script comes from standard input without a subcommand`() async {
    let run = await ProgramRun.run([], in: Repository.fixtures, input: "log 1 + 1")
    #expect(run.output == "2\n")
    #expect(run.status == .passed)
  }

  @Test func `the values of code on the command line are said`() async {
    let run = await run(
      "run", "-e", "1 + 1; let x = endpoint(8001); dial 8001 -> 8002; endpoint(8003).state")
    #expect(run.output == "2\nNot in use\n", "\(run.screen)")
  }

  @Test func `a parameter that must be given is asked for before anything runs`() async {
    let script = "param caller\nlog caller"
    let run = await run("run", "ok/statements/repeat.flow", "-", input: script)
    #expect(run.status == .usage)
    #expect(
      run.errors == """
        error[E0508]: the parameter `caller` of `<standard input>` has no value
          give it one: `--var caller=…`
        1 error

        """)
    #expect(run.output.isEmpty)
    let given = await self.run("run", "-", "--var", "caller=8001", input: script)
    #expect(given.output == "8001\n")
  }

  @Test func `a path that cannot be read ends with 2 and is named`() async {
    let run = await run("run", "no/such.flow", "ok/statements/repeat.flow")
    #expect(run.status == .invalid)
    #expect(run.errors.contains("cannot read `no/such.flow`: No such file or directory"))
    #expect(run.errors.hasSuffix("1 passed, 1 error\n"), "\(run.errors)")
    let check = await self.run("check", "no/such.flow")
    #expect(check.status == .invalid)
    #expect(check.errors.hasSuffix("0 scripts: 1 error\n"), "\(check.errors)")
  }

  @Test func `a link that leads nowhere is a script that cannot be read`() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "links-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createSymbolicLink(
      at: folder.appending(path: "gone.flow"),
      withDestinationURL: folder.appending(path: "nowhere"))
    let run = await run("run", folder.path)
    #expect(run.status == .invalid)
    #expect(run.errors.contains("E0501") && !run.errors.contains("E0502"), "\(run.errors)")
  }

  @Test func `a report goes where it is asked for`() async {
    let run = await run(
      "run", "ok/statements", "--report", "junit=out/report.xml", "--report", "junit=-")
    let written = run.written["out/report.xml"] ?? ""
    #expect(written.hasPrefix("<?xml"))
    #expect(run.output == written)
  }

  @Test func `a report on standard output has it for itself`() async {
    let run = await run("run", "-e", "log \"said\"; 1 + 1", "--report", "junit=-")
    #expect(run.output.hasPrefix("<?xml"), "\(run.output)")
    #expect(run.errors.contains("said\n"), "\(run.errors)")
    #expect(run.errors.contains("2\n"), "\(run.errors)")
  }

  @Test func `a report that cannot be written is named before anything runs`() async {
    let run = await run("run", "-e", "log 1", "--report", "junit=/no/such/folder/out.xml")
    #expect(run.status == .invalid)
    #expect(run.errors.contains("cannot write the report `/no/such/folder/out.xml`"))
    #expect(run.output.isEmpty)
  }

  @Test func `quiet says only what is wrong and the summary`() async {
    #expect(await run("run", "-q", "ok/statements/repeat.flow").errors == "1 passed\n")
  }

  @Test func `control characters in a test's name are shown, not obeyed`() async {
    let run = await run(
      "run", "-", input: "test \"a\\u{1B}[2J\\u{202E}b\\r\" { expect 1 == 1 }")
    #expect(run.errors.contains("a␛[2J<U+202E>b␍"), "\(run.errors)")
    #expect(!run.errors.contains { "\u{1B}\r\u{202E}".contains($0) })
  }

  @Test func `verbose also says what the clean-up did`() async {
    let run = await run("run", "-v", "-e", "phone 8003 busy; dial 8001 -> 8002; wait answered")
    for deed in ["hung up 8001", "phones behave as before"] {
      #expect(run.errors.contains("  \(deed)\n"), "\(run.errors)")
    }
  }

  @Test func `a seed names a run and another seed may give another`() async {
    let first = await run("run", "-v", "--seed", "7", "ok/commands")
    let second = await run("run", "-v", "--seed", "7", "ok/commands")
    #expect(first.screen == second.screen)
    #expect(first.errors.hasPrefix("seed 7\n"))
  }

  @Test func `what computes without end is ended by the watchdog`() async {
    let run = await run("run", "--max-real-time", "1", "-e", "while true {}")
    #expect(run.status == .failed, "\(run.screen)")
  }

  @Test(arguments: ["virtual", "real"])
  func `a test ends at its limit in real time, which is named`(time: String) async {
    let script = time == "real" ? "wait 1h" : "while true {}"
    let late = await run("run", "--time", time, "--max-real-time", "1", "-e", script)
    #expect(late.status == .failed)
    #expect(late.errors.contains("stopped after 1s of real time"), "\(late.errors)")
    #expect(late.errors.contains("`--max-real-time` sets that limit"), "\(late.errors)")
  }

  @Test func `a line of a megabyte is read like any other`() async {
    let run = await run(
      "run", "-", input: "log length(\"\(String(repeating: "x", count: 1 << 20))\")")
    #expect(run.output == "1048576\n")
    let broken = await self.run(
      "run", "-", input: String(repeating: "log 1; ", count: 150_000) + "dail 8001")
    #expect(broken.status == .invalid)
    #expect(broken.errors.contains("<standard input>:1:1050001"), "\(broken.errors.prefix(400))")
  }

  @Test func `an interruption ends the run and skips what has not begun`() async {
    let interruptions = InterruptionWatch()
    let errors = Capture(screen: Transcript())
    let files = RootedFiles(root: Repository.fixtures, input: "")
    interruptions.raise(.interrupt)
    let status = await Callflow.run(
      ["run", "ok/statements"],
      in: System(
        files: files, output: Capture(screen: Transcript()), errors: errors,
        interruptions: interruptions))
    #expect(status == .interrupted)
    #expect(errors.text.contains("skipped"))
  }
}
