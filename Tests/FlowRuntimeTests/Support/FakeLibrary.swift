import FlowRuntime
import FlowSyntax

extension Library {
  /// Three commands and two queries, whose behaviour the fake telephone system has.
  static let fake = Library(
    commands: [FakeDial.self, FakeHangup.self, FakePhone.self],
    queries: [FakeEndpoint.self, FakeRecords.self])
}

enum FakeDial: Command {
  static let signature = CommandSignature(
    verb: "dial", summary: "Rings an extension and calls a number.",
    forms: [
      CommandForm(
        "dial",
        [
          .operand(OperandSlot("extension", .extension)), .arrow,
          .operand(OperandSlot("dest", .number)),
        ],
        options: [.init("via", OperandSlot("trunk", .trunk))], summary: "Calls.")
    ],
    operations: ["call/dial"], examples: [])

  static func run(
    _ invocation: CommandInvocation, in branch: Branch
  ) async throws(RuntimeFailure) -> Value { .null }
}

enum FakeHangup: Command {
  static let signature = CommandSignature(
    verb: "hangup", summary: "Ends a call.",
    forms: [
      CommandForm(
        "hangup", [.optionalOperand(OperandSlot("extension", .extension, words: ["all"]))],
        summary: "Ends.")
    ],
    operations: ["call/hangup"], examples: [])

  static func run(
    _ invocation: CommandInvocation, in branch: Branch
  ) async throws(RuntimeFailure) -> Value { .null }
}

enum FakePhone: Command {
  static let signature = CommandSignature(
    verb: "phone", summary: "Steers a phone.",
    forms: [
      CommandForm(
        "answers", [.operand(OperandSlot("number", .number)), .word("answers")],
        options: [.init("after", OperandSlot("delay", .duration))], summary: "Answers.")
    ],
    operations: [], isLab: true, examples: [])

  static func run(
    _ invocation: CommandInvocation, in branch: Branch
  ) async throws(RuntimeFailure) -> Value { .null }
}

enum FakeEndpoint: Query {
  static let signature = FunctionSignature(
    name: "endpoint", summary: "The status of an extension.", parameters: [.init("number")],
    operations: ["status/endpoint"], examples: [])

  static func evaluate(
    _ invocation: FunctionInvocation, in branch: Branch
  ) async throws(RuntimeFailure) -> Value { .null }
}

enum FakeRecords: Query {
  static let signature = FunctionSignature(
    name: "cdr", summary: "Call records.",
    parameters: [
      .init("src", isLabelled: true, isRequired: false),
      .init("dst", isLabelled: true, isRequired: false),
    ],
    operations: ["cdr"], examples: [])

  static func evaluate(
    _ invocation: FunctionInvocation, in branch: Branch
  ) async throws(RuntimeFailure) -> Value { .null }
}
