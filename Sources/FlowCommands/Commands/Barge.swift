import FlowRuntime
import FlowSyntax
import PBXModel

/// `barge 8003 -> 8001`: joins a call: all hear all.
enum Barge: Command {
  static let signature = CommandSignature(
    verb: "barge",
    summary: "Joins a call: all hear all.",
    discussion: [
      """
      The extension on the left hears both parties, and both hear it.
      """,
      """
      The extension on the left is rung first. Its hangup leaves the call as it is; when either \
      party of the call hangs up, all three are hung up.
      """,
    ],
    forms: [
      CommandForm(
        "barge",
        [
          .operand(OperandSlot("extension", .extension)), .arrow,
          .operand(OperandSlot("dest", .number)),
        ],
        summary: "Joins the call that the number on the right is in.")
    ],
    operations: ["call/barge"],
    examples: [
      """
      dial 8001 -> 8002
      wait answered
      barge 8003 -> 8001
      wait answered
      expect audio(8001).hears contains 8003 within 1s
      expect audio(8002).hears contains 8003
      hangup
      wait idle 8003
      """
    ])

  static func run(
    _ invocation: CommandInvocation, in branch: Branch
  ) async throws(RuntimeFailure) -> Value {
    let spy = try branch.party("extension", of: invocation)
    let dest = try branch.party("dest", of: invocation)
    let request = PBXModel.Barge(extension: spy.number, dest: dest.number)
    let before = try await branch.sampleBefore([spy.number])
    try await branch.perform(naming: [spy.number, dest.number]) {
      (service) async throws(PBXError) in
      try await service.barge(request)
    }
    branch.beginLeg(of: spy.number, to: dest.number, before: before)
    return .null
  }
}
