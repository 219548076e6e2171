/// How a test ended.
package enum Verdict: String, Hashable, Sendable, CaseIterable {
  case passed
  /// An expectation failed, or an operation that should have worked did not.
  case failed
  /// PBX unreachable, sign-in refused, no lab, nothing to run.
  case inconclusive
}
