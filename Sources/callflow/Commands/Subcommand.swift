package import ArgumentParser
package import FlowRunner

/// A subcommand: options, read by the argument parser, and what they ask for.
package protocol Subcommand: ParsableCommand, Sendable {
  /// Does it; the status becomes the exit code of the process.
  func execute(in system: System) async -> RunStatus
}
