import FlowRuntime
import FlowSyntax
import PBXModel

/// `incoming 18312345678 -> 8002`: an outside caller rings in.
enum Incoming: Command {
  static let signature = CommandSignature(
    verb: "incoming",
    summary: "Lets an outside caller ring in over a trunk.",
    discussion: [
      """
      Its value is the call, which is also the current one; the extension that was called acts in \
      it. On a PBX without a lab the test is inconclusive.
      """
    ],
    forms: [
      CommandForm(
        "incoming",
        [
          .operand(OperandSlot("caller", .number)), .arrow,
          .operand(OperandSlot("dest", .number)),
        ],
        options: [.init("via", OperandSlot("trunk", .trunk))],
        summary: "Calls the destination from outside, over the first trunk or that one.")
    ],
    operations: [],
    isLab: true,
    examples: [
      """
      incoming 18312345678 -> 8002
      wait answered within 10s
      hangup 8002
      wait ended
      """,
      """
      incoming 18312345678 -> 8002 via "trunkHWD"
      wait ringing
      hangup 18312345678
      wait ended
      """,
    ])

  static func run(
    _ invocation: CommandInvocation, in branch: Branch
  ) async throws(RuntimeFailure) -> Value {
    let caller = try branch.party("caller", of: invocation)
    let destination = try branch.party("dest", of: invocation)
    let call = IncomingCall(
      caller: caller.number, destination: destination.number,
      trunk: try branch.optionalText("trunk", of: invocation))
    let before = try await branch.sampleBefore([caller.number, destination.number])
    let uniqueid = try await branch.performInLab(naming: [destination.number]) {
      (lab) async throws(PBXError) in
      try await lab.placeIncomingCall(call)
    }
    return branch.beginIncomingCall(
      from: caller.number, to: destination.number, via: call.trunk, uniqueid: uniqueid,
      before: before)
  }
}
