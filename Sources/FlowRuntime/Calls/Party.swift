/// Whom an operand of a command names: a number, and the call that it was given as.
package struct Party: Hashable, Sendable {
  /// As it is sent to the PBX.
  package var number: String
  /// The call that stands for it; nil where the number itself was written.
  package var callID: Int?

  package init(number: String, callID: Int? = nil) {
    self.number = number
    self.callID = callID
  }
}
