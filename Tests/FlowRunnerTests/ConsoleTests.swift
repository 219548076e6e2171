import FlowDiagnostics
import FlowRunner
import Testing

/// What a person sees of a run.
struct ConsoleTests {
  private func report(_ detail: ConsoleRecorder.Detail, color: Bool = false) -> String {
    SampleRun.report(by: ConsoleRecorder(detail: detail, color: color))
  }

  @Test func `a statement has its time and what came back`() {
    #expect(
      report(.normal).contains(
        """
        transfers.flow: a call to 8002
          +0.004  dial 8001 -> 8002  => "call"
          +1.206  wait answered
        passed transfers.flow: a call to 8002 (1.300 s)

        """), "\(report(.normal))")
  }

  @Test func `a statement over several lines is drawn together`() {
    #expect(report(.normal).contains("  +0.020  expect 1 == 2  failed\n"))
  }

  @Test func `the end counts what there was of`() {
    #expect(report(.normal).hasSuffix("1 passed, 1 failed, 1 inconclusive, 1 skipped, 1 error\n"))
  }

  @Test func `a quiet report holds what is wrong and the summary`() {
    let text = report(.quiet)
    #expect(!text.contains("+"))
    #expect(!text.contains("passed transfers.flow"))
    #expect(text.contains("failed transfers.flow: a <wrong> \"sum\" (0.020 s)\n"))
    #expect(text.contains("unknown command `dail`"))
  }

  @Test func `of many diagnostics of one file the first are shown, and all are counted`() {
    let diagnostics = (0..<50).map {
      Diagnostic(code: "E0101", message: "wrong \($0)", range: SourceRange($0, $0 + 1))
    }
    let source = SourceFile(name: "many.flow", text: String(repeating: "x", count: 50))
    let text = SampleRun.report(
      by: ConsoleRecorder(detail: .quiet, color: false),
      of: [.diagnosed(source, diagnostics), .runEnded(nil)])
    #expect(text.contains("wrong 19\n"))
    #expect(!text.contains("wrong 20\n"))
    #expect(text.hasSuffix("… and 30 more in many.flow\n\n50 errors\n"))
  }

  @Test func `a verbose report holds seeds and the clean-up`() {
    let text = report(.verbose)
    #expect(text.hasPrefix("seed 1\n"))
    #expect(text.contains("(seed 11)\n"))
    #expect(text.contains("  +1.300  hung up 8001\n"))
  }

  @Test func `what could not be undone is reported`() {
    #expect(report(.quiet).contains("  left over: 8003 is still in use\n"))
  }

  @Test func `whoever interrupts hears once what goes on, and nothing after the end`() {
    let interrupted = RunEvent.interrupted(.interrupt)
    let notice = "interrupted: cleaning up; again to end at once\n"
    let events = SampleRun.events.dropLast()
    let console = ConsoleRecorder(detail: .quiet, color: false)
    let before = SampleRun.report(
      by: console, of: events + [interrupted, .runEnded(.interrupt)])
    #expect(before.contains(notice))
    let after = SampleRun.report(
      by: console, of: events + [.runEnded(.interrupt), interrupted])
    #expect(!after.contains(notice))
  }

  @Test func `there is colour only where it is asked for`() {
    #expect(!report(.verbose).contains("\u{1B}"))
    #expect(report(.verbose, color: true).contains("\u{1B}[32mpassed\u{1B}[0m"))
  }

  @Test func `what a script says goes to its own stream`() {
    #expect(SampleRun.report(by: ScriptOutputRecorder()) == "über \u{1B}[1m<8002>\n")
    #expect(!report(.normal).contains("über"))
  }
}
