import FlowRuntime
import PBXModel

/// `endpoints()`: every extension's device state.
enum Endpoints: Query {
  static let signature = FunctionSignature(
    name: "endpoints",
    summary: "The device states of all extensions, read page by page.",
    parameters: [],
    operations: ["status/endpoint"],
    examples: [
      """
      for row in endpoints() {
        log row.endpoint, row.state
      }
      """
    ])

  static func evaluate(
    _ invocation: FunctionInvocation, in branch: Branch
  ) async throws(RuntimeFailure) -> Value {
    try await branch.endpoints()
  }
}
