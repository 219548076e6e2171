package import FlowDiagnostics

/// A register's number in the frame.
package typealias Register = UInt16

/// Compiled code: instructions, and what they refer to by number.
package struct Code: Sendable {
  package var instructions: [Instruction] = []
  /// Where in the text each instruction comes from.
  package var ranges: [SourceRange] = []
  package var constants: [Value] = []
  package var suspensions: [Suspension] = []
  /// The names of the parameters, in the order of the text.
  package var parameters: [String] = []
  /// How many registers it takes.
  package var registerCount = 0
}
