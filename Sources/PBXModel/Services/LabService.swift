/// The people at the phones: steers what phones and outside callers do.
///
/// The simulator implements it, a lab of real phones does; a production PBX does not.
package protocol LabService: Sendable {
  /// Sets what a phone, or an outside number, does from now on.
  func setBehavior(_ behavior: PhoneBehavior, of number: String) async throws(PBXError)
  /// Makes a phone do something now.
  func perform(_ action: PhoneAction, at number: String) async throws(PBXError)
  /// Rings in from outside and answers the call's uniqueid.
  func placeIncomingCall(_ call: IncomingCall) async throws(PBXError) -> String
  /// Puts back every behaviour that was set since the world began.
  func restoreBehaviors() async throws(PBXError)
}

/// What a phone does whenever it is called.
package enum PhoneBehavior: Hashable, Sendable {
  case answers(after: Duration)
  /// Refuses with 486 Busy Here.
  case busy
  /// Refuses with 603 Decline.
  case rejects
  /// Rings and never answers.
  case ignores
  /// Unregisters.
  case offline
  /// Registers again, with the behaviour that it had.
  case online
}

/// What a phone does once.
package enum PhoneAction: Hashable, Sendable {
  /// Ends its call that long from now, or from its next answer where it has none.
  case hangsUp(after: Duration)
}

/// A call from outside, over a trunk.
package struct IncomingCall: Hashable, Sendable {
  package var caller: String
  package var destination: String
  /// The trunk's name; the world's first one where it is nil.
  package var trunk: String?

  package init(caller: String, destination: String, trunk: String? = nil) {
    self.caller = caller
    self.destination = destination
    self.trunk = trunk
  }
}
