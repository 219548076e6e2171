/// How long the telephone system itself takes, as measured on an Asterisk on loopback.
enum Latency {
  /// From the request of a call to the acting phone's invitation.
  static let originate = Duration.milliseconds(3)
  /// From a new called channel to the phone's invitation.
  static let invite = Duration.milliseconds(2)
  /// From ringing to the answer of a phone that answers at once.
  static let pickUp = Duration.milliseconds(1)
  /// From an acting phone's answer to the next step of its dialplan.
  static let proceed = Duration.milliseconds(1)
  /// From a phone's own dialling, a call from outside, or a transfer to the dialplan's first step.
  static let dialplan = Duration.milliseconds(3)
  /// From one key to the next, where several are pressed.
  static let key = Duration.milliseconds(200)
  /// How long after a key of a feature code the next one still belongs to it.
  static let featureDigits = Duration.seconds(1)
  /// How long after a key in a menu the next one still belongs to the choice.
  static let menuDigits = Duration.seconds(3)
  /// From joining a queue's dialplan to waiting in the queue, for a caller just answered.
  static let queueAnswer = Duration.milliseconds(500)
  /// From a change of an agent or a phone to the ring of the next caller's.
  static let queueTurn = Duration.milliseconds(10)
  /// How often a waiting caller looks whether there are still agents.
  static let queueCheck = Duration.seconds(1)
  /// From a request for an attended transfer to the hold of the peer.
  static let consultationHold = Duration.milliseconds(260)
  /// From a request for an attended transfer to the consultation: the digits are keyed in.
  static let consultationBegin = Duration.milliseconds(500)
  /// From the request to cancel a consultation to the return.
  static let consultationCancel = Duration.milliseconds(270)
  /// From a consultation's failure to the return: a tone is played.
  static let consultationReturn = Duration.seconds(1)
  /// From a spying phone's answer until it hears the call.
  static let spying = Duration.milliseconds(100)
}
