import FlowRuntime
import PBXModel

/// `audio(8003)`: whom a phone hears, and who hears it.
enum Audio: Query {
  static let signature = FunctionSignature(
    name: "audio",
    summary: "Whom a phone, or an outside number, `hears` and by whom it is `heardBy`; lab only.",
    parameters: [.init("number")],
    examples: [
      """
      dial 8001 -> 8002
      wait answered
      expect audio(8001).hears == ["8002"]
      monitor 8003 -> 8001
      expect audio(8003).hears contains 8001 within 3s
      expect audio(8003).heardBy == []
      """
    ])

  static func evaluate(
    _ invocation: FunctionInvocation, in branch: Branch
  ) async throws(RuntimeFailure) -> Value {
    try await branch.audio(of: try branch.number("number", of: invocation))
  }
}
