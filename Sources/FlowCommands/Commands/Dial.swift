import FlowRuntime
import FlowSyntax
import PBXModel

/// `dial 8001 -> 8002`: rings an extension and puts it through once it answers.
enum Dial: Command {
  static let signature = CommandSignature(
    verb: "dial",
    summary: "Rings an extension and, when it answers, calls the destination.",
    discussion: [
      "The extension on the left is rung first; the destination is called once it has answered.",
      """
      The command is done as soon as the PBX has taken it, before anything rings: `wait ringing` \
      and `wait answered` follow the call. Its value is the call, which is also the current one.
      """,
    ],
    forms: [
      CommandForm(
        "dial",
        [
          .operand(OperandSlot("extension", .extension)), .arrow,
          .operand(OperandSlot("dest", .number)),
        ],
        options: [.init("showing", OperandSlot("displaycid", .number))],
        summary: "Calls the destination from an extension, showing a caller id outside.")
    ],
    operations: ["call/dial"],
    examples: [
      """
      dial 8001 -> 8002
      wait answered within 10s
      expect 8002 is answered
      """,
      """
      # An outside number, and the caller id that it is shown.
      let first = dial 8001 -> 18312345678 showing 4008001234
      wait answered first within 10s
      """,
    ])

  static func run(
    _ invocation: CommandInvocation, in branch: Branch
  ) async throws(RuntimeFailure) -> Value {
    let caller = try branch.party("extension", of: invocation)
    let destination = try branch.party("dest", of: invocation)
    let request = PBXModel.Dial(
      extension: caller.number, dest: destination.number,
      displaycid: try branch.optionalParty("displaycid", of: invocation)?.number)
    let before = try await branch.sampleBefore([caller.number, destination.number])
    let answer = try await branch.perform(naming: [caller.number, destination.number]) {
      (service) async throws(PBXError) in
      try await service.dial(request)
    }
    return branch.beginCall(
      from: caller.number, to: destination.number, uniqueid: answer.uniqueid, before: before)
  }
}
