import FlowDiagnostics
import FlowRunner
import FlowRuntime
import PBXModel

/// A run as its events tell it, on a fixed clock: what the reports are tried on.
enum SampleRun {
  static let start = Timestamp(nanoseconds: 1_767_574_800_000_000_000)

  static func moment(_ milliseconds: Int64) -> Timestamp {
    start.advanced(by: .milliseconds(milliseconds))
  }

  static let transfers = SourceFile(
    name: "transfers.flow",
    text: """
      dial 8001 -> 8002
      wait answered
      expect
         1 == 2
      endpoint(8001).state
      """)
  static let broken = SourceFile(name: "broken.flow", text: "dail 8001\n")

  static let first = TestIdentity(
    source: transfers, name: "a call to ${who}", index: 0, isWholeFile: false)
  static let second = TestIdentity(
    source: transfers, name: "a <wrong> \"sum\"", index: 1, isWholeFile: false)
  static let whole = TestIdentity(
    source: SourceFile(name: "lab.flow", text: "phone 8002 busy"), name: "lab.flow", index: 0,
    isWholeFile: true)
  static let late = TestIdentity(
    source: transfers, name: "never begun", index: 2, isWholeFile: false)

  static let failure = Diagnostic(
    code: "E0301", message: "the expectation does not hold", range: SourceRange(42, 48))

  static let events: [RunEvent] =
    [
      .runStarted(RunHeader(seed: 1, scriptCount: 3, testCount: 4)),
      .diagnosed(
        broken,
        [Diagnostic(code: "E0101", message: "unknown command `dail`", range: SourceRange(0, 4))]),
    ] + passingTest + failingTest + inconclusiveTest + [
      .testSkipped(late, reason: "the run was interrupted"),
      .runEnded(nil),
    ]

  private static let passingTest: [RunEvent] = [
    .testStarted(first, seed: 11, at: start),
    .execution(.named("a call to 8002"), of: first),
    .execution(
      .statementEnded(
        trace(SourceRange(0, 17), at: 4, value: .text("call"))), of: first),
    .execution(.logged("über \u{1B}[1m<8002>", at: moment(5)), of: first),
    .execution(.statementEnded(trace(SourceRange(18, 31), at: 1206)), of: first),
    .execution(.cleanedUp("hung up 8001", at: moment(1300)), of: first),
    .testEnded(
      first,
      TestOutcome(
        name: "a call to 8002", verdict: .passed, diagnostics: [], leftovers: [], start: start,
        end: moment(1300))),
  ]

  private static let failingTest: [RunEvent] = [
    .testStarted(second, seed: 12, at: start),
    .execution(.checkFailed(failure, at: moment(10)), of: second),
    .execution(
      .statementEnded(
        trace(SourceRange(32, 48), at: 20, isFailure: true)), of: second),
    .testEnded(
      second,
      TestOutcome(
        name: "a <wrong> \"sum\"", verdict: .failed, diagnostics: [failure],
        leftovers: ["8003 is still in use"], start: start, end: moment(20))),
  ]

  private static let inconclusiveTest: [RunEvent] = [
    .testStarted(whole, seed: 13, at: start),
    .testEnded(
      whole,
      TestOutcome(
        name: "lab.flow", verdict: .inconclusive,
        diagnostics: [
          Diagnostic(code: "E0401", message: "this PBX has no lab", range: SourceRange(0, 5))
        ], leftovers: [], start: start, end: start)),
  ]

  private static func trace(
    _ range: SourceRange, at milliseconds: Int64, value: Value = .null, isFailure: Bool = false
  ) -> StatementTrace {
    StatementTrace(
      range: range, start: start, end: moment(milliseconds), value: value, isFailure: isFailure)
  }

  /// The whole text of a report over the sample run.
  static func report(by recorder: some Recorder, of events: [RunEvent] = events) -> String {
    var recorder = recorder
    return events.map { recorder.record($0) }.joined()
  }
}
