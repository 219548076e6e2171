/// The people at the phones: steers what phones and outside callers do, and what goes wrong.
///
/// The simulator implements it, a lab of real phones does; a production PBX does not. Every method
/// throws `PBXError`; its cause is `lab` where there is no such phone, trunk or number.
public protocol LabService: Sendable {
  /// Sets what a phone, or an outside number, does from now on.
  func setBehavior(_ behavior: PhoneBehavior, of number: String) async throws(PBXError)
  /// Makes a phone do something now.
  func perform(_ action: PhoneAction, at number: String) async throws(PBXError)
  /// Lets a phone dial by itself, and answers the call's uniqueid.
  func dial(_ number: String, from phone: String) async throws(PBXError) -> String
  /// Rings in from outside and answers the call's uniqueid.
  func placeIncomingCall(_ call: IncomingCall) async throws(PBXError) -> String
  /// Whom a phone or an outside number hears, and who hears it.
  func audio(of number: String) async throws(PBXError) -> Audio
  /// Lets something go wrong from now on, except in the lab itself; throws a `lab` error for what
  /// can never happen so.
  func inject(_ fault: Fault) async throws(PBXError)
  /// Ends every fault, those that the world began with as well.
  func clearFaults() async throws(PBXError)
  /// Puts back every behaviour that was set since the world began, and its faults as they were.
  func restoreBehaviors() async throws(PBXError)
  /// What time it is, and whether it passes by itself.
  func labTime() async throws(PBXError) -> LabTime
  /// Lets virtual time pass, and answers what time it is then; returns when all is quiet again.
  ///
  /// Throws a `lab` error where time passes by itself.
  func advance(by duration: Duration) async throws(PBXError) -> LabTime
}
