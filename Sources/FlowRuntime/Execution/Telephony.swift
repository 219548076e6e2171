package import FlowSyntax

/// What the interpreter asks of the telephone system on behalf of one branch of a script.
///
/// The interpreter knows statements and values; calls, samples and records are behind this. One
/// task owns it.
package protocol Telephony: AnyObject {
  /// The call that the branch's last `dial` or `incoming` made, null before.
  var currentCall: Value { get }

  /// Runs a command of the table.
  func run(_ invocation: CommandInvocation) async throws(RuntimeFailure) -> Value
  /// Asks the PBX: `endpoint(8001)`.
  func query(_ invocation: FunctionInvocation) async throws(RuntimeFailure) -> Value

  func sleep(for duration: Duration) async throws(RuntimeFailure)

  /// Whether a state is true of a party or a call: of a sample asked for after the branch's last
  /// command, or, while a condition is awaited, of the newest sample.
  ///
  /// - Parameter isAwaited: whether the state is to come: what was so before does not count.
  func isTrue(
    _ state: CallState, of subject: Value, isAwaited: Bool
  ) async throws(RuntimeFailure) -> Bool

  /// Waits for a state; without a target of the leg that the branch's last command began.
  func wait(
    for state: CallState, of target: Value?, within limit: Duration?
  ) async throws(RuntimeFailure)

  /// Opens a wait for a condition: until it is closed, states and queries read shared samples.
  ///
  /// - Parameters:
  ///   - limit: the time it may take; the default for states where it is nil.
  ///   - interval: how often the condition is to be looked at; every poll where it is nil.
  func beginWaiting(within limit: Duration?, every interval: Duration?)
  /// Waits for the next sample; false once the time is over.
  func nextSample() async throws(RuntimeFailure) -> Bool
  /// Closes the wait, and says in words what was seen meanwhile, with times; outside a wait, what
  /// the states that the statement asked for showed.
  func endWaiting() -> [String]

  /// Opens a wait for a call record, of one call where `call` is given.
  func beginRecordWait(of call: Value?, within limit: Duration?) async throws(RuntimeFailure)
  /// The next record of this test that no wait has taken; throws once the time is over.
  func nextRecord() async throws(RuntimeFailure) -> Value
  /// Takes the record that `nextRecord` gave last, and closes the wait.
  func takeRecord()

  /// Remarks on what the last statement did, such as that a state was inferred, for its trace; they
  /// are gone once taken.
  func takeNotes() -> [String]

  /// Undoes what the script left behind; reports what it could not undo.
  ///
  /// - Parameter tell: hears in words of what is undone, when it is.
  func leaveNothingBehind(telling tell: (String) -> Void) async -> [String]
}

extension Telephony {
  /// Whether a state is true now, whoever brought it about.
  package func isTrue(
    _ state: CallState, of subject: Value
  ) async throws(RuntimeFailure) -> Bool {
    try await isTrue(state, of: subject, isAwaited: false)
  }
}

/// A command with its operands as values.
package struct CommandInvocation: Sendable {
  package var verb: String
  /// The name of the form.
  package var form: String
  /// By slot name: a bare word is a text, a slot that was left out is missing.
  package var arguments: [String: Value]

  package init(verb: String, form: String, arguments: [String: Value]) {
    self.verb = verb
    self.form = form
    self.arguments = arguments
  }
}

/// A query with its arguments as values.
package struct FunctionInvocation: Sendable {
  package var name: String
  /// By parameter name.
  package var arguments: [String: Value]

  package init(name: String, arguments: [String: Value]) {
    self.name = name
    self.arguments = arguments
  }
}
