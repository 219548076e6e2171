package import PBXModel

/// What can happen to the switchboard.
package enum Input: Hashable, Sendable {
  /// Nothing but that time has passed.
  case advance
  case dial(Dial)
  case transfer(Transfer)
  case cancelAttendedTransfer(CancelAttendedTransfer)
  case hangup(Hangup)
  case hold(Hold)
  case unhold(Unhold)
  case park(Park)
  case unpark(Unpark)
  case redirect(Redirect)
  case pickUp(PickUp)
  case barge(Barge)
  case monitor(Monitor)
  case whisper(Whisper)
  case playOnHandset(PlayOnHandset)
  case logInAgent(LogInAgent)
  case logOutAgent(LogOutAgent)
  case pauseAgent(PauseAgent)
  case markVoicemail(MarkVoicemail)
  case setBehavior(PhoneBehavior, number: String)
  case perform(PhoneAction, number: String)
  case incoming(IncomingCall)
  /// A phone dials by itself.
  case phoneDials(from: String, to: String)
  case restoreBehaviors
}

/// What came of an input.
package struct Reaction: Sendable {
  /// What a successful input answers.
  package enum Reply: Hashable, Sendable {
    case done
    case call(uniqueid: String)
  }

  package var outcome: Result<Reply, PBXError>
  package var effects: [Effect]
}

/// What the switchboard wants done.
package enum Effect: Hashable, Sendable {
  /// Something happened on the telephone system.
  case event(PBXEvent)
  /// The switchboard wants to be called again at that moment, the next one on its agenda.
  case wake(at: Timestamp)
}
