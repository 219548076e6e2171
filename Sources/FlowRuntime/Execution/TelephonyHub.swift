/// What a test's branches share of the telephone system: it samples the PBX for all of them.
package protocol TelephonyHub: Sendable {
  /// Samples what some wait needs, until it is cancelled; a child task beside the test.
  func run() async
  /// A branch with no call yet; one task owns it.
  func makeBranch() -> sending any Telephony
}
