import FlowRuntime
import FlowSyntax
import PBXModel

/// `hangup [8001]`: ends a party's call.
enum Hangup: Command {
  static let signature = CommandSignature(
    verb: "hangup",
    summary: "Ends the call of an extension or of an outside number.",
    discussion: [
      """
      Without an operand it ends the current call. Hanging up who consults completes an attended \
      transfer: the other two talk on.
      """
    ],
    forms: [
      CommandForm(
        "hangup", [.optionalOperand(OperandSlot("extension", .number))],
        summary: "Ends that party's call.")
    ],
    operations: ["call/hangup"],
    examples: [
      """
      dial 8001 -> 8002
      wait answered
      hangup 8002
      wait ended
      """,
      """
      let first = dial 8001 -> 8002
      wait answered
      hangup first
      wait ended first within 5s
      """,
    ])

  static func run(
    _ invocation: CommandInvocation, in branch: Branch
  ) async throws(RuntimeFailure) -> Value {
    let party = try branch.actor(of: invocation)
    let request = PBXModel.Hangup(extension: party.number)
    try await branch.touch(party.number)
    try await branch.perform(naming: [party.number]) { (service) async throws(PBXError) in
      try await service.hangup(request)
    }
    branch.hangUp(party)
    return .null
  }
}
