import FlowDiagnostics
import FlowRuntime
import FlowSyntax
import PBXModel

/// `fault dial fails 600001 times 2`: lets something go wrong between the script and the PBX.
enum Fault: Command {
  static let signature = CommandSignature(
    verb: "fault",
    summary: "Lets something go wrong between the script and the PBX.",
    discussion: [
      """
      `OPERATION` is \(words), or `all`. Any operation can be given by its whole name in quotes, \
      such as `"status/endpoint"`, and `"recording"` stands for the fetching of a recording.
      """,
      """
      A fault holds until `fault clear`, until it has happened so many `times`, for the time given \
      with `lasting`, or until the test ends. With `chance 20` it happens in 20 of 100 cases; the \
      seed decides in which. Lab commands suffer from none, and neither does the clean-up.
      """,
      """
      What reads from the PBX is tried four times within one or two seconds where the connection \
      breaks off or a proxy answers, and what changes something is never tried again. A PBX that \
      cannot be reached makes a test inconclusive; so does one without a lab.
      """,
    ],
    forms: Form.allCases.map(\.shape),
    operations: [],
    isLab: true,
    examples: [
      """
      fault hangup fails 600002 chance 50
      dial 8001 -> 8002
      wait answered
      fault clear
      hangup
      """,
      """
      fault "status/endpoint" disconnects times 2
      fault "status/endpoint" page times 1
      expect endpoint(8001).state == "Not in use"
      """,
      """
      fault latency 200ms jitter 50ms
      fault dial slow 2s times 1 lasting 1m
      dial 8001 -> 8002
      wait answered
      """,
      """
      fault network down 500ms
      expect endpoint(8001).state == "Not in use"
      fault token expired
      dial 8001 -> 8002
      wait answered
      """,
      """
      fault push drop
      fault push duplicates times 1
      fault push delays 2s jitter 1s lasting 1m
      dial 8001 -> 8003
      """,
    ])

  private static let words =
    PBXModel.Fault.operationWords.map { "`\($0)`" }.joined(separator: ", ")

  /// The word for every operation.
  private static let everything = "all"

  private enum Form: String, CaseIterable {
    case fails, page, disconnects, slow, latency
    case networkDown = "network down"
    case tokenExpired = "token expired"
    case pushDrop = "push drop"
    case pushDuplicates = "push duplicates"
    case pushDelays = "push delays"
    case clear

    var shape: CommandForm {
      switch self {
      case .fails:
        operation(
          [.operand(OperandSlot("code", .count))], [], "Is refused with one of its error codes.")
      case .page: operation([], [], "Is answered by a proxy, with HTTP 502 and a web page.")
      case .disconnects: operation([], [], "Is not answered: the connection is closed.")
      case .slow:
        operation([delay], [jitter], "Is done, and answered so much later than usual.")
      case .latency: form([delay], [jitter] + limits, "Every answer comes so much later.")
      case .networkDown:
        form(
          [.optionalOperand(OperandSlot("span", .duration))], [],
          "Nothing is answered, for a time or until it is cleared.")
      case .tokenExpired:
        form([], limits, "The access tokens are void, once where nothing else is said.")
      case .pushDrop:
        form([], limits, "The billing push's connections are closed, at once without an option.")
      case .pushDuplicates: form([], limits, "Records are pushed twice.")
      case .pushDelays: form([delay], [jitter] + limits, "Records are pushed so much later.")
      case .clear: form([], [], "Ends all faults.")
      }
    }

    private var delay: CommandForm.Element { .operand(OperandSlot("delay", .duration)) }
    private var jitter: CommandForm.Option { .init("jitter", OperandSlot("jitter", .duration)) }

    private var limits: [CommandForm.Option] {
      [
        .init("times", OperandSlot("times", .count)),
        .init("chance", OperandSlot("chance", .count)),
        .init("lasting", OperandSlot("lasting", .duration)),
      ]
    }

    /// What happens to an operation.
    private func operation(
      _ rest: [CommandForm.Element], _ options: [CommandForm.Option], _ summary: String
    ) -> CommandForm {
      let slot = OperandSlot(
        "operation", .text, words: PBXModel.Fault.operationWords + [everything])
      return CommandForm(
        rawValue, [.operand(slot), .word(rawValue)] + rest, options: options + limits,
        summary: summary)
    }

    /// The words of the form's name and what follows them.
    private func form(
      _ rest: [CommandForm.Element], _ options: [CommandForm.Option], _ summary: String
    ) -> CommandForm {
      let words = rawValue.split(separator: " ").map { CommandForm.Element.word(String($0)) }
      return CommandForm(rawValue, words + rest, options: options, summary: summary)
    }
  }

  static func run(
    _ invocation: CommandInvocation, in branch: Branch
  ) async throws(RuntimeFailure) -> Value {
    let form = invocation.writtenForm(as: Form.self)
    if form == .clear {
      try await branch.performInLab(naming: []) { (lab) async throws(PBXError) in
        try await lab.clearFaults()
      }
      return .null
    }
    try await branch.inject(try fault(form, invocation, in: branch))
    return .null
  }

  private static func fault(
    _ form: Form, _ invocation: CommandInvocation, in branch: Branch
  ) throws(RuntimeFailure) -> PBXModel.Fault {
    let delay = try branch.optionalDuration("delay", of: invocation) ?? .zero
    let jitter = try branch.optionalDuration("jitter", of: invocation) ?? .zero
    let effect: PBXModel.Fault.Effect =
      switch form {
      case .fails:
        .refusal(
          APIErrorCode(rawValue: try branch.optionalCount("code", of: invocation) ?? 0))
      case .page: .page
      case .disconnects: .disconnection
      case .slow, .latency: .delay(delay, jitter: jitter)
      case .networkDown: .networkDown
      case .tokenExpired: .expiredToken
      case .pushDrop: .droppedPush
      case .pushDuplicates: .duplicatedPush
      case .pushDelays, .clear: .delayedPush(delay, jitter: jitter)
      }
    let fault = PBXModel.Fault(
      effect, on: try operation(invocation, in: branch),
      times: try branch.optionalCount("times", of: invocation),
      chance: try branch.optionalCount("chance", of: invocation),
      span: try branch.optionalDuration(
        form == .networkDown ? "span" : "lasting", of: invocation)
    ).withUsualLimit
    if let flaw = fault.flaw {
      // Without its limits it says whether they are to blame.
      let isAboutCode = PBXModel.Fault(effect, on: fault.operation).flaw != nil
      throw TelephonyFailure.impossibleFault(
        reason: flaw, notes: [], slot: isAboutCode ? "code" : nil
      ).failure
    }
    return fault
  }

  /// The whole name of the operation that is written; nil for all, and where none belongs.
  private static func operation(
    _ invocation: CommandInvocation, in branch: Branch
  ) throws(RuntimeFailure) -> String? {
    guard let text = try branch.optionalText("operation", of: invocation), text != everything
    else { return nil }
    if let name = PBXModel.Fault.operation(named: text) { return name }
    let known = PBXModel.Fault.operationWords + PBXModel.Fault.operationNames
    throw TelephonyFailure.impossibleFault(
      reason: "there is no operation `\(text)`",
      notes: Spelling.closest(to: text, among: known).map { ["did you mean `\($0)`?"] } ?? [],
      slot: "operation"
    ).failure
  }
}
