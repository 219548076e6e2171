import PBXModel

/// One branch of a running script: its current call and what it has begun; the real `Telephony`.
///
/// One task owns it. What all branches of a test share is in the ledger and the poller.
package final class Branch {
  package let environment: Environment
  let poller: StatusPoller
  let ledger: CallLedger
  /// The id of the call that the last `dial` or `incoming` made.
  var currentCallID: Int?
  /// What the branch's last call-making command began; nil before.
  var lastLeg: Leg?
  /// What was seen of other numbers since that command.
  var commandTracks = CommandTracks()
  /// The wait for a condition that is open; nil outside.
  var conditionWait: ConditionWait?
  /// The wait for a record that is open; nil outside.
  var recordWait: RecordWait?
  /// What states outside a wait were asked of in this statement.
  var looks = Looks()
  /// Remarks on the last statement.
  var notes: [String] = []

  /// A branch that shares the poller and the ledger of its test.
  package init(environment: Environment, poller: StatusPoller, ledger: CallLedger) {
    self.environment = environment
    self.poller = poller
    self.ledger = ledger
  }

  var clock: any PBXClock { environment.clock }
  var settings: ExecutionSettings { environment.settings }
}
