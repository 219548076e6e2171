import FlowRunner
import Foundation
import TestThreads
import Testing
import callflow

/// Scripts on a PBX on the network: `callflow serve`, in a process of its own.
@Suite(.ownThreads)
struct RemoteTests {
  /// A server that runs as long as this value lives.
  private final class Served {
    let environment: [String: String]
    private let process = Process()

    init(_ arguments: String...) throws {
      let output = Pipe()
      process.executableURL = URL(fileURLWithPath: Repository.program)
      process.arguments = ["serve", "--port", "0", "--lab"] + arguments
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = output
      process.standardError = FileHandle.nullDevice
      try process.run()
      let text = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
      var environment: [String: String] = [:]
      for match in text.matches(of: /export (\w+)=(.*)/) {
        environment[String(match.1)] = String(match.2)
      }
      self.environment = environment
    }

    deinit { process.terminate() }

    func run(_ arguments: String..., changing changes: [String: String] = [:]) async -> ProgramRun {
      await RemoteTests.run(arguments, environment.merging(changes) { _, new in new })
    }
  }

  private static func run(
    _ arguments: [String], _ environment: [String: String]
  ) async -> ProgramRun {
    let screen = Transcript()
    let (output, errors) = (Capture(screen: screen), Capture(screen: screen))
    let status = await Callflow.run(
      arguments,
      in: System(
        files: RootedFiles(root: Repository.fixtures, input: ""), output: output, errors: errors,
        environment: environment))
    return ProgramRun(
      output: output.text, errors: errors.text, screen: screen.text, status: status, written: [:])
  }

  private static let script = """
    phone 8001 answers after 0s; phone 8002 answers after 0s
    let first = dial 8001 -> 8002
    wait answered
    hangup first
    wait ended
    let record = wait cdr of first
    expect record.disposition == "ANSWERED"
    phone 8002 busy
    """

  @Test func `a script with lab commands runs through HTTP as it does on the simulator`()
    async throws
  {
    let served = try Served()
    let remote = await served.run("run", "-q", "-e", Self.script)
    #expect(remote.status == .passed, "\(remote.screen)")
    let local = await Self.run(["run", "-q", "-e", Self.script], [:])
    #expect(local.status == .passed, "\(local.screen)")
    #expect(local.screen == remote.screen)
  }

  /// Scripts with faults, and how each ends on either PBX.
  private static let faulty: [(script: String, status: RunStatus)] = [
    ("fault dial fails 600001; dial 8001 -> 8002", .failed),
    ("fault network down; dial 8001 -> 8002", .inconclusive),
    ("fault dial disconnects; dial 8001 -> 8002", .inconclusive),
    ("fault dial page; dial 8001 -> 8002", .inconclusive),
    ("fault dial page times 1; fault clear; dial 8001 -> 8002; wait answered", .passed),
    ("fault network down 500ms; log endpoint(8001).state", .passed),
    ("fault token expired; dial 8001 -> 8002; wait answered", .passed),
    ("fault token expired lasting 1m; dial 8001 -> 8002", .inconclusive),
    ("fault hangup fails 600002; dial 8001 -> 8002; wait answered", .passed),
    ("fault latency 50ms; dial 8001 -> 8002; wait answered", .passed),
  ]

  @Test func `a fault comes to the same through HTTP as on the simulator`() async throws {
    let served = try Served()
    for (script, status) in Self.faulty {
      let remote = await served.run("run", "-q", "-e", script)
      let local = await Self.run(["run", "-q", "-e", script], [:])
      #expect(remote.status == status, "\(script)\n\(remote.screen)")
      #expect(local.status == status, "\(script)\n\(local.screen)")
      #expect(Self.untimed(local) == Self.untimed(remote), "\(script)")
    }
  }

  /// What was said, without how long it took.
  private static func untimed(_ run: ProgramRun) -> String {
    run.screen.replacing(/\([0-9.]+ s\)/, with: "")
  }

  @Test func `a PBX without a lab makes a test with lab commands inconclusive`() async throws {
    let run = await (try Served()).run(
      "run", "-q", "-e", "phone 8002 busy", changing: ["CALLFLOW_LAB": "off"])
    #expect(run.status == .inconclusive)
    #expect(run.errors.contains("E0403"), "\(run.errors)")
  }

  @Test func `signing in is told of, with nothing secret`() async throws {
    let served = try Served()
    let run = await served.run("login")
    #expect(run.status == .passed, "\(run.errors)")
    #expect(run.output.contains("signed in to http://127.0.0.1:"))
    #expect(run.output.contains("phones: can be steered"))
    #expect(run.output.contains("billing push: connected to ws://127.0.0.1:"))
    for name in ["CALLFLOW_PASSWORD", "CALLFLOW_CLIENT_SECRET"] {
      let secret = try #require(served.environment[name])
      #expect(!run.screen.contains(secret))
    }
  }

  @Test(arguments: [
    (["CALLFLOW_PASSWORD": "wrong-password"], "refuses to sign in"),
    (["CALLFLOW_CLIENT_SECRET": "wrong-secret"], "refuses to sign in"),
    (["CALLFLOW_PBX": "http://127.0.0.1:1"], "no connection"),
  ])
  func `a PBX that cannot be used leaves all inconclusive`(
    changes: [String: String], reason: String
  ) async throws {
    let served = try Served()
    for command in [["run", "-e", Self.script], ["login"], ["repl"]] {
      let run = await Self.run(command, served.environment.merging(changes) { _, new in new })
      #expect(run.status == .inconclusive)
      #expect(run.errors.contains("E0513") && run.errors.contains(reason), "\(run.errors)")
      #expect(!run.screen.contains("wrong-"), "\(run.screen)")
    }
  }

  @Test func `login says that the billing push cannot be reached`() async throws {
    let run = await (try Served()).run("login", changing: ["CALLFLOW_PUSH": "ws://127.0.0.1:1"])
    #expect(run.status == .inconclusive)
    #expect(
      run.errors.contains("E0513") && run.errors.contains("ws://127.0.0.1:1"), "\(run.errors)")
  }

  @Test func `a PBX that stands still is refused before anything waits for it`() async throws {
    let run = await (try Served("--time", "virtual")).run("run", "-e", Self.script)
    #expect(run.status == .inconclusive)
    #expect(run.errors.contains("E0514"), "\(run.errors)")
  }

  @Test(arguments: [
    (["run", "-e", "log 1"], "E0512"), (["login"], "E0512"),
    (["run", "-e", "log 1", "--pbx", "ftp://pbx"], "E0510"),
  ])
  func `what is missing or wrong is said before anything is sent`(
    arguments: [String], code: String
  ) async {
    let run = await Self.run(arguments, ["CALLFLOW_PBX": "http://127.0.0.1:1"])
    #expect(run.status == .usage)
    #expect(run.errors.contains(code), "\(run.errors)")
  }

  @Test func `the simulator inside the program needs no login`() async {
    let run = await Self.run(["login"], [:])
    #expect(run.status == .usage && run.errors.contains("E0516"), "\(run.errors)")
  }

  @Test func `virtual time is for the simulator inside the program`() async throws {
    let run = await (try Served()).run("run", "--time", "virtual", "-e", "log 1")
    #expect(run.status == .usage)
    #expect(run.errors.contains("`--time virtual`"), "\(run.errors)")
  }
}
