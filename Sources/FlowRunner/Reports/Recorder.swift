/// A report: a value that turns the events of a run into text.
package protocol Recorder: Sendable {
  /// The text that this event adds; empty where it adds none.
  mutating func record(_ event: RunEvent) -> String
}
