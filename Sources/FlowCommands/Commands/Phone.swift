import FlowRuntime
import FlowSyntax
import PBXModel

/// `phone 8002 answers after 2s`: stands in for the people at the phones.
enum Phone: Command {
  static let signature = CommandSignature(
    verb: "phone",
    summary: "Says what a phone, or an outside number, does when it is called, or does now.",
    discussion: [
      """
      `answers`, `busy`, `rejects`, `ignores`, `offline` and `online` hold until they are changed \
      or the test ends. `hangs up` is done once: that long from now in a call, else from the next \
      answer.
      """,
      """
      On a PBX whose phones cannot be steered the test is inconclusive.
      """,
    ],
    forms: [
      CommandForm(
        "answers", [.operand(phone), .word("answers")],
        options: [.init("after", OperandSlot("after", .duration))],
        summary: "Answers that long after it began to ring, at once without `after`."),
      CommandForm("busy", [.operand(phone), .word("busy")], summary: "Is busy: 486."),
      CommandForm("rejects", [.operand(phone), .word("rejects")], summary: "Declines: 603."),
      CommandForm("ignores", [.operand(phone), .word("ignores")], summary: "Rings unanswered."),
      CommandForm("offline", [.operand(phone), .word("offline")], summary: "Unregisters."),
      CommandForm(
        "online", [.operand(phone), .word("online")],
        summary: "Registers again and does what it did before."),
      CommandForm(
        "hangs up", [.operand(phone), .word("hangs"), .word("up")],
        options: [.init("after", OperandSlot("after", .duration))],
        summary: "Ends its call, at once or that long from now."),
    ],
    operations: [],
    isLab: true,
    examples: [
      """
      phone 8002 answers after 2s
      dial 8001 -> 8002
      wait ringing
      wait answered within 10s
      """,
      """
      phone 8003 busy
      dial 8001 -> 8003
      wait ended
      expect outcome(wait cdr of call) == "busy"
      """,
      """
      phone 8003 ignores
      dial 8001 -> 8003
      wait ringing
      expect call is not answered for 3s
      hangup
      phone 8003 rejects
      dial 8001 -> 8003
      wait ended
      """,
      """
      phone 8003 offline
      expect endpoint(8003).state == "Unavailable"
      phone 8003 online
      expect 8003 is idle
      """,
      """
      phone 8002 hangs up after 5s
      dial 8001 -> 8002
      wait answered
      wait ended within 10s
      """,
    ])

  private static let phone = OperandSlot("phone", .number)

  static func run(
    _ invocation: CommandInvocation, in branch: Branch
  ) async throws(RuntimeFailure) -> Value {
    let number = try branch.party("phone", of: invocation).number
    let after = try branch.optionalDuration("after", of: invocation) ?? .zero
    if invocation.form == "hangs up" {
      try await branch.performInLab { (lab) async throws(PBXError) in
        try await lab.perform(.hangsUp(after: after), at: number)
      }
    } else if let behavior = behavior(of: invocation.form, after: after) {
      try await branch.performInLab { (lab) async throws(PBXError) in
        try await lab.setBehavior(behavior, of: number)
      }
    }
    return .null
  }

  /// The behaviour that a form stands for; nil for what a phone does once.
  private static func behavior(of form: String, after: Duration) -> PhoneBehavior? {
    switch form {
    case "answers": .answers(after: after)
    case "busy": .busy
    case "rejects": .rejects
    case "ignores": .ignores
    case "offline": .offline
    case "online": .online
    default: nil
    }
  }
}
