/// A voicemail box.
package struct Mailbox: Hashable, Sendable {
  package var number: String
  /// How long the greeting is, before the message begins.
  package var greeting: Duration
  /// What is shorter is no message, as `minsecs` of `voicemail.conf` has it.
  package var shortestMessage: Duration
  /// A message is cut off there, as `maxsecs` has it.
  package var longestMessage: Duration
  /// Whether calls that nobody answered are sent there, as are those to a phone that is offline.
  package var takesUnanswered: Bool
  /// Whether calls to a busy phone are sent there.
  package var takesBusy: Bool

  package init(
    number: String, greeting: Duration = .seconds(3), shortestMessage: Duration = .seconds(3),
    longestMessage: Duration = .seconds(180), takesUnanswered: Bool = true,
    takesBusy: Bool = true
  ) {
    self.number = number
    self.greeting = greeting
    self.shortestMessage = shortestMessage
    self.longestMessage = longestMessage
    self.takesUnanswered = takesUnanswered
    self.takesBusy = takesBusy
  }
}
