import Foundation
import TestThreads
import Testing
import callflow

/// What only a whole process can show: signals, pipes, exit codes.
@Suite(.ownThreads)
struct ProcessTests {
  /// A running `callflow` with both its streams.
  private struct Running {
    let process = Process()
    let output = Pipe()
    let errors = Pipe()

    /// - Parameter path: what standard output goes to, the pipe where it is nil.
    init(_ arguments: String..., writingTo path: String? = nil) throws {
      try self.init(arguments, writingTo: path.flatMap(FileHandle.init(forWritingAtPath:)))
    }

    init(_ arguments: [String], writingTo file: FileHandle? = nil) throws {
      process.executableURL = URL(fileURLWithPath: Repository.program)
      process.arguments = arguments
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = file ?? output
      process.standardError = errors
      try process.run()
    }

    /// Returns once the output's pipe is full.
    func waitUntilBlocked() {
      var size: Int32 = 0
      var before: Int32 = -1
      // Full is what grows no more: the size of a pipe is the system's business.
      while size == 0 || size != before {
        before = size
        usleep(100_000)
        _ = ioctl(output.fileHandleForReading.fileDescriptor, UInt(FIONREAD), &size)
      }
    }

    func end() -> (status: Int32, errors: String) {
      let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      return (process.terminationStatus, text)
    }
  }

  @Test(arguments: [(SIGHUP, 129), (SIGINT, 130), (SIGTERM, 143)] as [(Int32, Int32)])
  func `a signal ends the run after its clean-up`(signal: Int32, status: Int32) throws {
    let running = try Running(
      "run", "--time", "real", "-v", "-e", "dial 8001 -> 8002; log 1; wait 1h")
    // The script says something once it is under way.
    #expect(running.output.fileHandleForReading.availableData == Data("1\n".utf8))
    kill(running.process.processIdentifier, signal)
    let end = running.end()
    #expect(running.process.terminationReason == .exit)
    #expect(end.status == status)
    let notice = "interrupted: cleaning up; again to end at once\n"
    #expect(end.errors.ranges(of: notice).count == 1, "\(end.errors)")
  }

  @Test func `the PBX lives on until an interrupted test is undone`() throws {
    let script = FileManager.default.temporaryDirectory.appending(path: "undone-\(getpid()).flow")
    defer { try? FileManager.default.removeItem(at: script) }
    try Data(
      """
      teardown { dial 8003 -> 8004; wait answered within 4s; log "gone" }
      test "a call" { dial 8001 -> 8002; wait answered; log "up"; wait 1h }
      """.utf8
    ).write(to: script)
    let running = try Running("run", "--time", "real", "-q", script.path)
    let reader = running.output.fileHandleForReading
    #expect(reader.availableData == Data("up\n".utf8))
    kill(running.process.processIdentifier, SIGTERM)
    #expect(reader.readDataToEndOfFile() == Data("gone\n".utf8))
    let end = running.end()
    #expect(!end.errors.contains("left over"), "\(end.errors)")
    #expect(end.status == 143)
  }

  @Test func `a reader that goes away ends the run quietly`() throws {
    let running = try Running("run", "-q", "-e", "let i = 0; while true { log i; i = i + 1 }")
    let reader = running.output.fileHandleForReading
    #expect(!reader.availableData.isEmpty)
    try reader.close()
    let end = running.end()
    #expect(running.process.terminationReason == .exit)
    #expect(end.errors.isEmpty, "\(end.errors)")
    #expect(end.status == 141)
  }

  @Test(arguments: [["run", "-q", "-e", "log 1"], ["--help"]])
  func `that nobody reads shows in the exit code however late it is noticed`(
    arguments: [String]
  ) throws {
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let end = try Running(arguments, writingTo: pipe.fileHandleForWriting).end()
    #expect(end.status == 141)
  }

  @Test func `a signal ends a run whose reader does not read`() throws {
    let running = try Running("run", "-q", "-e", "while true { log 1 }")
    running.waitUntilBlocked()
    kill(running.process.processIdentifier, SIGTERM)
    let end = running.end()
    #expect(running.process.terminationReason == .exit)
    #expect(end.status == 143)
  }

  @Test(arguments: [(SIGHUP, 129), (SIGINT, 130), (SIGTERM, 143)] as [(Int32, Int32)])
  func `a second signal ends the program at once`(signal: Int32, status: Int32) throws {
    let running = try Running("run", "-q", "-e", "while true { log 1 }")
    running.waitUntilBlocked()
    kill(running.process.processIdentifier, signal == SIGTERM ? SIGINT : SIGTERM)
    kill(running.process.processIdentifier, signal)
    let end = running.end()
    #expect(running.process.terminationReason == .exit)
    #expect([status, signal == SIGTERM ? 130 : 143].contains(end.status))
    #expect(end.errors.isEmpty, "\(end.errors)")
  }

  @Test func `what cannot be written does not pass in silence`() throws {
    let end = try Running("run", "-q", "-e", "log 1", writingTo: "/dev/full").end()
    #expect(end.status == 2)
    #expect(end.errors.contains("E0507"), "\(end.errors)")
  }

  @Test(arguments: ["run -q - <&-", "run -q -e 'log 1' >&-"])
  func `a standard stream that is closed is named as such`(command: String) throws {
    let shell = Process()
    let errors = Pipe()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = ["-c", "\"$0\" \(command)", Repository.program]
    shell.standardError = errors
    try shell.run()
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 2)
    #expect(text.contains("Bad file descriptor"), "\(text)")
  }

  @Test func `settings come from the environment of the process`() throws {
    let shell = Process()
    let output = Pipe()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = ["-c", "exec \"$0\" config show", Repository.program]
    shell.environment = [
      "HOME": "/no/such/home", "CALLFLOW_CLIENT_ID": "4", "CALLFLOW_PASSWORD": "hunter2",
      "CALLFLOW_VAR_NIGHT": "8010",
    ]
    shell.standardOutput = output
    try shell.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    shell.waitUntilExit()
    let text = String(decoding: data, as: UTF8.self)
    #expect(shell.terminationStatus == 0)
    #expect(!text.contains("hunter2"), "\(text)")
    let rows = text.split(separator: "\n").map { $0.split(separator: " ") }
    for row in [
      ["client-id", "4", "CALLFLOW_CLIENT_ID"], ["password", "set", "CALLFLOW_PASSWORD"],
      ["vars.night", "8010", "CALLFLOW_VAR_NIGHT"],
    ] {
      #expect(rows.contains { $0.map(String.init) == row }, "\(text)")
    }
  }

  @Test func `the version is answered at once`() throws {
    let running = try Running("--version")
    #expect(
      running.output.fileHandleForReading.readDataToEndOfFile() == Data((Version.text + "\n").utf8))
    #expect(running.end().status == 0)
  }
}
