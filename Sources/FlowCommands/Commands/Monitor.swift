import FlowRuntime
import FlowSyntax
import PBXModel

/// `monitor 8003 -> 8001`: listens to a call without being heard.
enum Monitor: Command {
  static let signature = CommandSignature(
    verb: "monitor",
    summary: "Listens to a call without being heard.",
    discussion: [
      """
      The extension on the left hears both parties, and nobody hears it.
      """,
      """
      The extension on the left is rung first. Its hangup leaves the call as it is; when either \
      party of the call hangs up, all three are hung up.
      """,
    ],
    forms: [
      CommandForm(
        "monitor",
        [
          .operand(OperandSlot("extension", .extension)), .arrow,
          .operand(OperandSlot("dest", .number)),
        ],
        summary: "Listens to the call that the number on the right is in.")
    ],
    operations: ["call/monitor"],
    examples: [
      """
      dial 8001 -> 8002
      wait answered
      monitor 8003 -> 8001
      wait answered
      expect audio(8003).hears == ["8001", "8002"] within 1s
      expect audio(8003).heardBy == []
      hangup 8003
      expect call is answered for 1s
      """
    ])

  static func run(
    _ invocation: CommandInvocation, in branch: Branch
  ) async throws(RuntimeFailure) -> Value {
    let spy = try branch.party("extension", of: invocation)
    let dest = try branch.party("dest", of: invocation)
    let request = PBXModel.Monitor(extension: spy.number, dest: dest.number)
    let before = try await branch.sampleBefore([spy.number])
    try await branch.perform(naming: [spy.number, dest.number]) {
      (service) async throws(PBXError) in
      try await service.monitor(request)
    }
    branch.beginLeg(of: spy.number, to: dest.number, before: before)
    return .null
  }
}
