import FlowRuntime
import PBXModel

/// `cdr(src: 8001)`: call records, filtered by the PBX.
enum CDR: Query {
  static let signature = FunctionSignature(
    name: "cdr",
    summary: "The call records of the test's own time, or of another one, read page by page.",
    parameters: [
      .init("src", isLabelled: true, isRequired: false),
      .init("dst", isLabelled: true, isRequired: false),
      .init("from", isLabelled: true, isRequired: false),
      .init("to", isLabelled: true, isRequired: false),
      .init("disposition", isLabelled: true, isRequired: false),
      .init("direction", isLabelled: true, isRequired: false),
    ],
    operations: ["cdr"],
    examples: [
      """
      dial 8001 -> 8002
      wait answered
      hangup 8001
      wait cdr of call
      let records = cdr(src: 8001, dst: 8002)
      expect records[0].disposition == "ANSWERED"
      """
    ])

  static func evaluate(
    _ invocation: FunctionInvocation, in branch: Branch
  ) async throws(RuntimeFailure) -> Value {
    let request = ListCallRecords(
      start: try branch.optionalTime("from", of: invocation),
      end: try branch.optionalTime("to", of: invocation),
      src: try branch.optionalNumber("src", of: invocation),
      dst: try branch.optionalNumber("dst", of: invocation),
      disposition: try branch.optionalText("disposition", of: invocation),
      direction: try branch.optionalText("direction", of: invocation))
    return try await branch.callRecords(request)
  }
}
