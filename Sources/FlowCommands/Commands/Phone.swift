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
      `dials` lets a phone dial by itself; its value is the call, which is also the current one, \
      and the phone acts in it. `holds` and `unholds` are the phone's hold key: its peer hears \
      music and shows `On Hold`. `presses` gives keys to whatever listens: a voice menu, a \
      voicemail box, the PBX itself.
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
      """
      phone 8002 dials 8003
      wait answered within 10s
      hangup 8003
      wait ended
      """,
      """
      dial 8001 -> 8002
      wait answered
      phone 8001 holds
      expect endpoint(8002).state == "On Hold"
      phone 8001 unholds
      expect 8002 is answered
      """,
      """
      dial 8001 -> 8003
      wait answered
      transfer ivr "aa_1001315"
      wait 2s                       # the prompt plays
      phone 8003 presses "1"        # the menu's key for 8002
      expect 8002 is answered within 5s
      """,
    ])

  private enum Form: String, CaseIterable {
    case answers, busy, rejects, ignores, offline, online
    case hangsUp = "hangs up"
    case dials, holds, unholds, presses

    var shape: CommandForm {
      switch self {
      case .answers:
        form(
          "Answers that long after it began to ring, at once without `after`.", options: [after])
      case .busy: form("Is busy: 486.")
      case .rejects: form("Declines: 603.")
      case .ignores: form("Rings unanswered.")
      case .offline: form("Unregisters.")
      case .online: form("Registers again and does what it did before.")
      case .hangsUp:
        form("Ends its call, at once or that long from now.", options: [after])
      case .dials:
        form("Dials a number by itself.", [.operand(OperandSlot("dest", .number))])
      case .holds: form("Puts its peer on hold.")
      case .unholds: form("Takes its peer off hold.")
      case .presses:
        form("Presses keys in its call.", [.operand(OperandSlot("keys", .text))])
      }
    }

    private var after: CommandForm.Option { .init("after", OperandSlot("after", .duration)) }

    /// A phone, the words of the form's name, what follows them, and the options.
    private func form(
      _ summary: String, _ rest: [CommandForm.Element] = [], options: [CommandForm.Option] = []
    ) -> CommandForm {
      let words = rawValue.split(separator: " ").map { CommandForm.Element.word(String($0)) }
      return CommandForm(
        rawValue, [.operand(OperandSlot("phone", .number))] + words + rest, options: options,
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
    case .hangsUp: try await perform(.hangsUp(after: after), at: number, in: branch)
    case .dials:
      let dest = try branch.party("dest", of: invocation).number
      return try await dial(dest, from: number, in: branch)
    case .holds: try await perform(.holds, at: number, in: branch)
    case .unholds: try await perform(.unholds, at: number, in: branch)
    case .presses:
      let keys = try branch.text("keys", of: invocation)
      try await perform(.presses(keys), at: number, in: branch)
    }
    return .null
  }

  /// Lets a phone dial: the call belongs to the test, as if it had been dialled for it.
  private static func dial(
    _ dest: String, from phone: String, in branch: Branch
  ) async throws(RuntimeFailure) -> Value {
    let before = try await branch.sampleBefore([phone, dest])
    let uniqueid = try await branch.performInLab(naming: [phone, dest]) {
      (lab) async throws(PBXError) in
      try await lab.dial(dest, from: phone)
    }
    return branch.beginCall(from: phone, to: dest, uniqueid: uniqueid, before: before)
  }

  /// Makes a phone do something now.
  private static func perform(
    _ action: PhoneAction, at number: String, in branch: Branch
  ) async throws(RuntimeFailure) {
    try await branch.performInLab(naming: [number]) { (lab) async throws(PBXError) in
      try await lab.perform(action, at: number)
    }
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
