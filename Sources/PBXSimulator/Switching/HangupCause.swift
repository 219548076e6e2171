/// Why a channel ended, by its number in Q.850.
package enum HangupCause: Int, Hashable, Sendable {
  case unknown = 0
  case noRoute = 3
  case normalClearing = 16
  case userBusy = 17
  case noAnswer = 19
  case callRejected = 21
  case answeredElsewhere = 26
  /// All channels of a trunk are taken.
  case noCircuit = 34
}
