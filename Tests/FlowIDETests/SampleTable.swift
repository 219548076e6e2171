import FlowRuntime
import FlowSyntax

@testable import FlowIDE

/// A small language to complete in: forms of every shape that a command can have.
enum SampleTable {
  static let commands = CommandTable([
    CommandSignature(
      verb: "dial", summary: "Calls.",
      forms: [
        CommandForm(
          "dial",
          [
            .operand(OperandSlot("extension", .extension)), .arrow,
            .operand(OperandSlot("dest", .number)),
          ],
          options: [
            .init("showing", OperandSlot("displaycid", .number)),
            .init("via", OperandSlot("trunk", .trunk)),
          ],
          summary: "Calls the destination.")
      ],
      operations: ["call/dial"], examples: ["dial 8001 -> 8002"]),
    CommandSignature(
      verb: "hangup", summary: "Ends a call.",
      forms: [
        CommandForm(
          "hangup", [.optionalOperand(OperandSlot("extension", .number, words: ["all"]))],
          summary: "Ends it.")
      ],
      operations: ["call/hangup"], examples: []),
    CommandSignature(
      verb: "phone", summary: "Steers a phone.",
      forms: [
        CommandForm(
          "answers", [.operand(OperandSlot("phone", .extension)), .word("answers")],
          options: [.init("after", OperandSlot("after", .duration))], summary: "Answers."),
        CommandForm(
          "hangs up",
          [.operand(OperandSlot("phone", .extension)), .word("hangs"), .word("up")],
          summary: "Ends its call."),
      ],
      operations: [], isLab: true, examples: []),
    CommandSignature(
      verb: "transfer", summary: "Hands a call on.",
      forms: [
        form("blind", .number), form("attended", .number), form("queue", .queue),
        form("ivr", .ivr),
        CommandForm(
          "cancel", [.word("cancel"), .optionalOperand(OperandSlot("extension", .extension))],
          summary: "Gives it up."),
      ],
      operations: ["call/transfer"], examples: []),
  ])

  private static func form(_ word: String, _ kind: OperandSlot.Kind) -> CommandForm {
    CommandForm(
      word,
      [
        .word(word), .actor(OperandSlot("extension", .extension)),
        .operand(OperandSlot("dest", kind)),
      ],
      summary: "Hands it on.")
  }

  static let context = CompletionContext(
    commands: commands,
    functions: [
      FunctionSignature(
        name: "cdr", summary: "Records.",
        parameters: [
          .init("src", isLabelled: true, isRequired: false),
          .init("dst", isLabelled: true, isRequired: false),
        ],
        operations: ["cdr"], examples: []),
      FunctionSignature(
        name: "endpoint", summary: "A state.", parameters: [.init("extension")],
        operations: ["status/endpoint"], examples: ["log endpoint(8001).state"]),
    ],
    variables: ["first"], fields: ["first": ["extension", "destination"]],
    known: KnownNames(
      extensions: ["8001", "8002"], queues: ["200"], trunks: ["trunkHWD"], ivrs: ["aa_1001315"]))
}
