import FlowRuntime
import FlowSyntax
import PBXModel

/// `play 8001 -> "/var/spool/…wav"`: rings an extension and plays a recording to it.
enum Play: Command {
  static let signature = CommandSignature(
    verb: "play",
    summary: "Rings an extension and plays a recording of the PBX to it.",
    discussion: [
      """
      The call ends with the recording. Whether there is one, the PBX does not say: a phone that \
      is to hear what is not there rings, answers, and is hung up at once.
      """
    ],
    forms: [
      CommandForm(
        "play",
        [
          .operand(OperandSlot("extension", .extension)), .arrow,
          .operand(OperandSlot("filename", .text)),
        ],
        summary: "Plays the recording at an absolute path on the PBX.")
    ],
    operations: ["call/handsetPlay"],
    examples: [
      """
      let folder = "/var/spool/asterisk/monitor/20250723/"
      play 8001 -> (folder + "20250723-095212-8001-8006-hwd-1753235532.67.wav")
      wait answered
      expect 8001 is answered for 3s
      wait idle 8001
      """
    ])

  static func run(
    _ invocation: CommandInvocation, in branch: Branch
  ) async throws(RuntimeFailure) -> Value {
    let listener = try branch.party("extension", of: invocation)
    let path = try branch.text("filename", of: invocation)
    let request = PlayOnHandset(extension: listener.number, filename: path)
    let before = try await branch.sampleBefore([listener.number])
    try await branch.perform(naming: [listener.number]) { (service) async throws(PBXError) in
      try await service.playOnHandset(request)
    }
    branch.beginLeg(of: listener.number, to: path, before: before)
    return .null
  }
}
