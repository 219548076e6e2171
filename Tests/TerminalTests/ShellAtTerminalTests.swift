import Foundation
import Glibc
import TestThreads
import Testing

/// The built program at a terminal, as a user sits there.
@Suite(.ownThreads)
struct ShellAtTerminalTests {
  /// Beside the test bundle, which is the running program.
  private static let program: String = {
    let bundle = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    return bundle.deletingLastPathComponent().appendingPathComponent("callflow").path
  }()

  private static let prompt = "callflow> "

  /// Types a line once it is asked for.
  private func enter(_ line: String, at terminal: PseudoTerminal) throws {
    try terminal.expect(Self.prompt)
    terminal.type(line + "\r")
  }

  @Test func `a user types, completes, calls, interrupts and leaves`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("callflow-terminal-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try #"callflow:bind -s "^G" "log 6 * 7""#.write(
      toFile: folder + "/.editrc", atomically: true, encoding: .utf8)
    let terminal = try PseudoTerminal(
      Self.program,
      environment: [
        "HOME": folder, "LANG": "C.UTF-8", "NO_COLOR": "1", "TERM": "xterm",
        "XDG_STATE_HOME": folder + "/state",
      ])

    try terminal.expect("Ctrl-D leaves.")
    try enter("let 问候 = \"你\" + \"好\"", at: terminal)
    try enter("log 问候", at: terminal)
    try terminal.expect("\n你好\n")
    // Up: the same again, which the history keeps once.
    try enter("\u{1b}[A", at: terminal)
    try terminal.expect("\n你好\n")

    // Tab: a command's word, then a number of the PBX.
    try terminal.expect(Self.prompt)
    terminal.type("tr\t")
    try terminal.expect("transfer ")
    terminal.type("\u{15}dial 8001 -> 80\t")
    try terminal.expect("8009  8010")
    terminal.type("02\r")
    try terminal.expect("8001 rings")
    try terminal.expect("8002 rings")
    terminal.type("wait answered\r")
    try terminal.expect("8001 ↔ 8002")

    // An open block is asked for; Ctrl-C ends what runs.
    try enter("repeat 1 {", at: terminal)
    try terminal.expect("... ")
    terminal.type("log \"ready ${1 + 1}\"; wait 1h }\r")
    try terminal.expect("\nready 2\n")
    terminal.type("\u{3}")
    try terminal.expect("interrupted")

    // Ctrl-C drops the line that is typed; `.editrc` is honoured.
    try terminal.expect(Self.prompt)
    terminal.type("hangup\u{3}")
    try terminal.expect("^C")
    try enter("\u{7}", at: terminal)
    try terminal.expect("\n42\n")

    try terminal.expect(Self.prompt)
    terminal.type("\u{4}")
    #expect(try terminal.waitForExit() == 0)

    let history = folder + "/state/callflow/history"
    #expect(
      try String(contentsOfFile: history, encoding: .utf8) == """
        let 问候 = "你" + "好"
        log 问候
        dial 8001 -> 8002
        wait answered
        repeat 1 {\\nlog "ready ${1 + 1}"; wait 1h }
        log 6 * 7

        """)
    let attributes = try FileManager.default.attributesOfItem(atPath: history)
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
  }

  @Test func `a shell that is terminated hangs up and says so by its status`() throws {
    let terminal = try PseudoTerminal(Self.program, environment: ["TERM": "xterm"])
    try enter("dial 8001 -> 8002; wait 1h", at: terminal)
    try terminal.expect("8001 ↔ 8002")
    terminal.send(SIGTERM)
    #expect(try terminal.waitForExit() == 143)
    #expect(!terminal.unreadText.contains("still"))
  }
}
