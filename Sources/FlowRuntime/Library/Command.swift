package import FlowSyntax

/// A command of the language: its shape, its manual and its behaviour, one file each.
package protocol Command: Sendable {
  static var signature: CommandSignature { get }
  /// Does it, and answers its value: the call for one that makes a call, else null.
  static func run(
    _ invocation: CommandInvocation, in branch: Branch
  ) async throws(RuntimeFailure) -> Value
}
