import FlowRunner
import Testing

/// The exit codes and which one counts where several apply.
struct RunStatusTests {
  @Test func `every status has its place in the precedence`() {
    #expect(Set(RunStatus.precedence) == Set(RunStatus.allCases))
    #expect(RunStatus.precedence.count == RunStatus.allCases.count)
  }

  @Test(arguments: [
    (RunStatus.passed, RunStatus.inconclusive, RunStatus.inconclusive),
    (.inconclusive, .failed, .failed),
    (.failed, .invalid, .invalid),
    (.invalid, .usage, .usage),
    (.usage, .interrupted, .interrupted),
    (.failed, .outputClosed, .outputClosed),
    (.outputClosed, .hungUp, .hungUp),
    (.passed, .passed, .passed),
  ])
  func `the graver of two counts`(first: RunStatus, second: RunStatus, expected: RunStatus) {
    #expect(first.combined(with: second) == expected)
    #expect(second.combined(with: first) == expected)
  }

  @Test func `the codes are those of the manual`() {
    #expect(RunStatus.allCases.map(\.rawValue) == [0, 1, 2, 3, 64, 129, 130, 141, 143])
  }
}
