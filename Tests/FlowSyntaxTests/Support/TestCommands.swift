@testable import FlowSyntax

/// A table with one command for each shape that a form can have; no command of the product.
enum TestCommands {
  static let table = CommandTable([dial, transfer, hangup, phone, agent, unpark])

  private static func operand(
    _ name: String, _ kind: OperandSlot.Kind, _ words: [String] = []
  )
    -> OperandSlot
  {
    OperandSlot(name, kind, words: words)
  }

  private static let dial = CommandSignature(
    verb: "dial", summary: "Calls.",
    forms: [
      CommandForm(
        "dial", [.operand(operand("from", .extension)), .arrow, .operand(operand("to", .number))],
        options: [
          .init("showing", operand("shown", .number)),
          .init("ring", operand("time", .duration)),
        ], summary: "Calls.")
    ], operations: ["call/dial"], examples: [])

  private static let transfer = CommandSignature(
    verb: "transfer", summary: "Transfers.",
    forms: [
      CommandForm(
        "blind",
        [
          .word("blind"), .actor(operand("extension", .extension)),
          .operand(operand("to", .number)),
        ],
        summary: "At once."),
      CommandForm(
        "attended",
        [
          .word("attended"), .actor(operand("extension", .extension)),
          .operand(operand("to", .number)),
        ], summary: "Asks first."),
      CommandForm(
        "cancel", [.word("cancel"), .optionalOperand(operand("extension", .extension))],
        summary: "Takes it back."),
    ], operations: ["call/transfer"], examples: [])

  private static let hangup = CommandSignature(
    verb: "hangup", summary: "Hangs up.",
    forms: [
      CommandForm(
        "hangup", [.optionalOperand(operand("party", .number))], summary: "Hangs up.")
    ], operations: ["call/hangup"], examples: [])

  private static let phone = CommandSignature(
    verb: "phone", summary: "Sets a phone.",
    forms: [
      CommandForm(
        "answers", [.operand(operand("phone", .extension)), .word("answers")],
        options: [.init("after", operand("delay", .duration))], summary: "Answers."),
      CommandForm(
        "hangs-up", [.operand(operand("phone", .extension)), .word("hangs"), .word("up")],
        options: [.init("after", operand("delay", .duration))], summary: "Hangs up."),
      CommandForm(
        "dials",
        [.operand(operand("phone", .extension)), .word("dials"), .operand(operand("to", .number))],
        summary: "Dials."),
    ], operations: [], isLab: true, examples: [])

  private static let agent = CommandSignature(
    verb: "agent", summary: "Agents.",
    forms: [
      CommandForm(
        "logout",
        [
          .word("logout"), .operand(operand("extension", .extension)), .word("queue"),
          .operand(operand("queue", .queue, ["all"])),
        ],
        options: [.init("status", operand("status", .text, ["business", "private"]))],
        summary: "Signs out.")
    ], operations: ["agent/logout"], examples: [])

  private static let unpark = CommandSignature(
    verb: "unpark", summary: "Unparks.",
    forms: [
      CommandForm(
        "unpark",
        [.actor(operand("extension", .extension)), .operand(operand("caller", .number))],
        summary: "Unparks.")
    ], operations: ["call/unpark"], examples: [])
}
