/// A voice menu: answers, plays its prompt, and follows the key that is pressed.
package struct Menu: Hashable, Sendable {
  /// Its context in the dialplan, such as `aa_1001315`.
  package var name: String
  /// The name of the sound that it plays.
  package var prompt: String
  package var length: Duration
  /// Where each key, or each run of keys, leads: a number or `CONTEXT,EXTEN,PRIORITY`.
  ///
  /// A menu without any plays its prompt to the end, whatever is pressed.
  package var digits: [String: String]
  /// How long after its prompt it waits for a key.
  package var timeout: Duration
  /// Where a caller goes who presses none; the call ends where it is nil.
  package var timeoutDestination: String?
  /// Where a caller goes who presses something else; the call ends where it is nil.
  package var invalidDestination: String?
  /// So many times the prompt is played again before the caller goes to one of those.
  package var repeats: Int

  package init(
    name: String, prompt: String, length: Duration, digits: [String: String] = [:],
    timeout: Duration = .zero, timeoutDestination: String? = nil,
    invalidDestination: String? = nil, repeats: Int = 0
  ) {
    self.name = name
    self.prompt = prompt
    self.length = length
    self.digits = digits
    self.timeout = timeout
    self.timeoutDestination = timeoutDestination
    self.invalidDestination = invalidDestination
    self.repeats = repeats
  }
}
