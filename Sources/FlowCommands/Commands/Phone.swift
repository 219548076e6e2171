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
    forms: Form.allCases.map(\.shape),
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

  private enum Form: String, CaseIterable {
    case answers, busy, rejects, ignores, offline, online
    case hangsUp = "hangs up"

    var shape: CommandForm {
      switch self {
      case .answers:
        form("Answers that long after it began to ring, at once without `after`.", [after])
      case .busy: form("Is busy: 486.")
      case .rejects: form("Declines: 603.")
      case .ignores: form("Rings unanswered.")
      case .offline: form("Unregisters.")
      case .online: form("Registers again and does what it did before.")
      case .hangsUp: form("Ends its call, at once or that long from now.", [after])
      }
    }

    private var after: CommandForm.Option { .init("after", OperandSlot("after", .duration)) }

    /// A phone, the words of the form's name and the options.
    private func form(_ summary: String, _ options: [CommandForm.Option] = []) -> CommandForm {
      let words = rawValue.split(separator: " ").map { CommandForm.Element.word(String($0)) }
      return CommandForm(
        rawValue, [.operand(OperandSlot("phone", .number))] + words, options: options,
        summary: summary)
    }
  }

  static func run(
    _ invocation: CommandInvocation, in branch: Branch
  ) async throws(RuntimeFailure) -> Value {
    let number = try branch.party("phone", of: invocation).number
    let after = try branch.optionalDuration("after", of: invocation) ?? .zero
    switch invocation.writtenForm(as: Form.self) {
    case .answers: try await set(.answers(after: after), of: number, in: branch)
    case .busy: try await set(.busy, of: number, in: branch)
    case .rejects: try await set(.rejects, of: number, in: branch)
    case .ignores: try await set(.ignores, of: number, in: branch)
    case .offline: try await set(.offline, of: number, in: branch)
    case .online: try await set(.online, of: number, in: branch)
    case .hangsUp:
      try await branch.performInLab(naming: [number]) { (lab) async throws(PBXError) in
        try await lab.perform(.hangsUp(after: after), at: number)
      }
    }
    return .null
  }

  /// Says what a phone does from now on.
  private static func set(
    _ behavior: PhoneBehavior, of number: String, in branch: Branch
  ) async throws(RuntimeFailure) {
    try await branch.performInLab(naming: [number]) { (lab) async throws(PBXError) in
      try await lab.setBehavior(behavior, of: number)
    }
  }
}
