package import ArgumentParser
package import FlowRunner

/// A subcommand: options, read by the argument parser, and what they ask for.
package protocol Subcommand: ParsableCommand, Sendable {
  /// What is wrong with how it was called, beside what the argument parser finds by itself; nil
  /// where nothing is.
  ///
  /// Asked after parsing: the parser's own `validate()` comes before it looks for unknown options.
  var misuse: String? { get }
  /// Does it; the status becomes the exit code of the process.
  func execute(in system: System) async -> RunStatus
}

extension Subcommand {
  package var misuse: String? { nil }
}
