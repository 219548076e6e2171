import FlowRuntime
import FlowSyntax
import PBXModel

/// `transfer blind|attended|app|queue|ivr|cancel`: hands a call on, or gives up handing it on.
enum Transfer: Command {
  static let signature = CommandSignature(
    verb: "transfer",
    summary: "Transfers a call: blind, attended, or into a queue, an IVR or an application.",
    discussion: [
      """
      Left of `->` stands who transfers; left out, it is the extension of the current call. After \
      a blind transfer the acting extension has left the call and the target is its party.
      """,
      """
      An attended transfer begins a consultation; `wait answered` then waits for the target. \
      Hanging up the acting extension completes it, `transfer cancel` gives it up and the first \
      call is back.
      """,
    ],
    forms: Form.allCases.map(\.shape),
    operations: ["call/transfer", "call/cancelAtxfer"],
    examples: [
      """
      dial 8001 -> 8002
      wait answered
      transfer blind 8002 -> 8005
      wait answered within 10s
      expect 8002 is idle within 2s
      """,
      """
      dial 8001 -> 8002
      wait answered
      transfer attended 8005
      wait answered within 10s       # the consultation
      hangup 8001                    # completes the transfer
      expect 8002 is answered for 2s
      """,
      """
      dial 8001 -> 8002
      wait answered
      transfer attended 8005
      wait ringing within 5s
      transfer cancel
      expect 8005 is idle within 3s
      expect 8002 is answered
      """,
      """
      dial 8001 -> 8002
      wait answered
      transfer ivr "aa_1001315"
      expect 8001 is idle within 2s
      """,
      """
      dial 8001 -> 8002
      wait answered
      transfer queue 200
      expect 8001 is idle within 2s
      """,
      """
      dial 8001 -> 8002
      wait answered
      transfer app "aa_1001315,s,1"
      expect 8002 is answered for 1s
      """,
    ])

  private enum Form: String, CaseIterable {
    case blind, attended, queue, ivr, app, cancel

    var shape: CommandForm {
      switch self {
      case .blind: form(.number, "Hands the other party on without asking the target.")
      case .attended: form(.number, "Calls the target for a consultation.")
      case .queue: form(.queue, "Hands the other party on into a queue.")
      case .ivr: form(.ivr, "Hands the other party on into an IVR.")
      case .app: form(.text, "Hands the other party on into `CONTEXT,EXTEN,PRIORITY` of the PBX.")
      case .cancel:
        CommandForm(
          rawValue, [.word(rawValue), .optionalOperand(OperandSlot("extension", .extension))],
          summary: "Gives up the consultation: the first call is back.")
      }
    }

    /// Who transfers, and where to.
    private func form(_ target: OperandSlot.Kind, _ summary: String) -> CommandForm {
      CommandForm(
        rawValue,
        [
          .word(rawValue), .actor(OperandSlot("extension", .extension)),
          .operand(OperandSlot("dest", target)),
        ],
        summary: summary)
    }
  }

  static func run(
    _ invocation: CommandInvocation, in branch: Branch
  ) async throws(RuntimeFailure) -> Value {
    let actor = try branch.actor(of: invocation)
    switch invocation.writtenForm(as: Form.self) {
    case .blind:
      let target = try branch.party("dest", of: invocation)
      try await branch.touch(actor.number)
      let before = try await branch.sampleBefore([target.number])
      try await transfer(.blind, actor, to: target.number, in: branch)
      branch.handOn(from: actor, to: target.number, before: before)
    case .attended:
      let target = try branch.party("dest", of: invocation)
      try await branch.touch(actor.number)
      let before = try await branch.sampleBefore([target.number])
      try await transfer(.attended, actor, to: target.number, in: branch)
      branch.beginConsultation(of: actor, with: target.number, before: before)
    case .queue:
      let queue = try branch.text("dest", of: invocation)
      try await transfer(
        actor, into: "ext-queues,\(queue),1", named: queue, which: "queue", in: branch)
    case .ivr:
      let menu = try branch.text("dest", of: invocation)
      try await transfer(actor, into: "\(menu),s,1", named: menu, which: "IVR", in: branch)
    case .app:
      let application = try branch.text("dest", of: invocation)
      try await transfer(actor, into: application, named: application, in: branch)
    case .cancel:
      let request = CancelAttendedTransfer(extension: actor.number)
      try await branch.perform(naming: [actor.number]) { (service) async throws(PBXError) in
        try await service.cancelAttendedTransfer(request)
      }
      branch.cancelConsultation(of: actor)
    }
    return .null
  }

  /// Hands a call on into an application of the dialplan, which the script names by `name`.
  ///
  /// - Parameter kind: what the script calls it, where it does not name the place itself.
  private static func transfer(
    _ actor: Party, into application: String, named name: String, which kind: String? = nil,
    in branch: Branch
  ) async throws(RuntimeFailure) {
    try await branch.touch(actor.number)
    let before = try await branch.sampleBefore([])
    let remarks = kind.map { ["the \($0) \(name) is `\(application)` to the PBX"] } ?? []
    try await transfer(.app, actor, to: application, remarks: remarks, in: branch)
    branch.handOn(from: actor, toApplication: name, before: before)
  }

  private static func transfer(
    _ kind: PBXModel.Transfer.Kind, _ actor: Party, to dest: String, remarks: [String] = [],
    in branch: Branch
  ) async throws(RuntimeFailure) {
    let request = PBXModel.Transfer(kind: kind, extension: actor.number, dest: dest)
    let named = kind == .app ? [actor.number] : [actor.number, dest]
    try await branch.perform(naming: named, remarks: remarks) { (service) async throws(PBXError) in
      try await service.transfer(request)
    }
  }
}
