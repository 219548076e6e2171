import FlowRuntime
import PBXModel

/// `endpoint(8001)`: an extension's device state as the API answers it.
enum Endpoint: Query {
  static let signature = FunctionSignature(
    name: "endpoint",
    summary: "The device state of one extension.",
    parameters: [.init("extension")],
    operations: ["status/endpoint"],
    examples: [
      """
      expect endpoint(8001).state == "Not in use"
      dial 8001 -> 8002
      wait answered
      expect endpoint(8002).channels startswith "1 "
      """
    ])

  static func evaluate(
    _ invocation: FunctionInvocation, in branch: Branch
  ) async throws(RuntimeFailure) -> Value {
    let number = try branch.number("extension", of: invocation)
    return try await branch.endpoint(number)
  }
}
