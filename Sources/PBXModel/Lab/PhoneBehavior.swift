/// What a phone does whenever it is called.
public enum PhoneBehavior: Hashable, Sendable {
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
public enum PhoneAction: Hashable, Sendable {
  /// Ends its call that long from now, or from its next answer where it has none.
  case hangsUp(after: Duration)
  /// Presses its hold key in its call.
  case holds
  /// Takes its held call back.
  case unholds
  /// Presses keys in its call: digits, `*` and `#`.
  case presses(String)
}

/// A call from outside, over a trunk.
public struct IncomingCall: Hashable, Sendable {
  public var caller: String
  public var destination: String
  /// The trunk's name; the world's first one where it is nil.
  public var trunk: String?

  public init(caller: String, destination: String, trunk: String? = nil) {
    self.caller = caller
    self.destination = destination
    self.trunk = trunk
  }
}
