import FlowRuntime
import FlowSyntax
import PBXModel

/// `whisper 8003 -> 8001`: talks with one party of a call, unheard by the other one.
enum Whisper: Command {
  static let signature = CommandSignature(
    verb: "whisper",
    summary: "Talks with one party of a call; the other one does not hear it.",
    discussion: [
      """
      The extension on the left hears both parties, and only the number on the right hears it.
      """,
      """
      The extension on the left is rung first. Its hangup leaves the call as it is; when either \
      party of the call hangs up, all three are hung up.
      """,
    ],
    forms: [
      CommandForm(
        "whisper",
        [
          .operand(OperandSlot("extension", .extension)), .arrow,
          .operand(OperandSlot("dest", .number)),
        ],
        summary: "Talks with the number on the right, in the call that it is in.")
    ],
    operations: ["call/whisper"],
    examples: [
      """
      dial 8001 -> 8002
      wait answered
      whisper 8003 -> 8001
      wait answered
      expect audio(8001).hears contains 8003 within 1s
      expect not (audio(8002).hears contains 8003)
      """
    ])

  static func run(
    _ invocation: CommandInvocation, in branch: Branch
  ) async throws(RuntimeFailure) -> Value {
    let spy = try branch.party("extension", of: invocation)
    let dest = try branch.party("dest", of: invocation)
    let request = PBXModel.Whisper(extension: spy.number, dest: dest.number)
    let before = try await branch.sampleBefore([spy.number])
    try await branch.perform(naming: [spy.number, dest.number]) {
      (service) async throws(PBXError) in
      try await service.whisper(request)
    }
    branch.beginLeg(of: spy.number, to: dest.number, before: before)
    return .null
  }
}
