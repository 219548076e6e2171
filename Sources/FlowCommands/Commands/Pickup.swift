import FlowRuntime
import FlowSyntax
import PBXModel

/// `pickup 8002 -> 8003`: answers the call that rings at another extension.
enum Pickup: Command {
  static let signature = CommandSignature(
    verb: "pickup",
    summary: "Answers, at one extension, the call that rings at another one.",
    discussion: [
      """
      The extension on the left is rung and takes the call over as soon as it answers. From the \
      command on it is a party of that call, in place of the one that rang.
      """
    ],
    forms: [
      CommandForm(
        "pickup",
        [
          .operand(OperandSlot("extension", .extension)), .arrow,
          .operand(OperandSlot("dest", .extension)),
        ],
        summary: "Takes over the call that rings at the extension on the right.")
    ],
    operations: ["call/pickup"],
    examples: [
      """
      phone 8003 ignores
      dial 8001 -> 8003
      wait ringing
      pickup 8002 -> 8003
      wait answered
      expect 8003 is idle
      expect audio(8001).hears contains 8002
      """
    ])

  static func run(
    _ invocation: CommandInvocation, in branch: Branch
  ) async throws(RuntimeFailure) -> Value {
    let picker = try branch.party("extension", of: invocation)
    let ringing = try branch.party("dest", of: invocation)
    let request = PickUp(extension: picker.number, dest: ringing.number)
    try await branch.touch(ringing.number)
    let before = try await branch.sampleBefore([picker.number])
    try await branch.perform(naming: [picker.number, ringing.number]) {
      (service) async throws(PBXError) in
      try await service.pickUp(request)
    }
    branch.handOn(from: ringing, to: picker.number, before: before)
    return .null
  }
}
