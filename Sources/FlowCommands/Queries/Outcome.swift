import FlowRuntime
import PBXModel

/// `outcome(record)`: how a call really ended, read from its record.
enum Outcome: Query {
  static let signature = FunctionSignature(
    name: "outcome",
    summary: "Says `answered`, `no answer`, `busy` or `failed` by what a call record really shows.",
    parameters: [.init("record")],
    examples: [
      """
      phone 8002 busy
      dial 8001 -> 8002
      wait ended
      expect outcome(wait cdr of call) == "busy"
      """
    ])

  static func evaluate(
    _ invocation: FunctionInvocation, in branch: Branch
  ) async throws(RuntimeFailure) -> Value {
    .text(try branch.record("record", of: invocation).outcome.rawValue)
  }
}
