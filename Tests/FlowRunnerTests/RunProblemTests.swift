import FlowDiagnostics
import FlowRunner
import PBXModel
import Testing

/// The runner's own diagnostics.
struct RunProblemTests {
  private static let error = FileError(path: "a", reason: "No such file or directory")
  private static let problems: [RunProblem] = [
    .unreadable(error), .noScripts(in: "a"), .emptyScript("a"), .unwritableReport(error),
    .unknownParameter("a", suggestion: "b", known: ["b"]), .bedFailed("a", reason: "b"),
    .unwritableOutput(error), .missingParameter("a", of: "b"),
    .badSettings("a", notes: [], isInFile: true), .exposedSecrets("a", notes: []),
    .missingCredentials(["a"], of: "b"),
    .unusablePBX("a", PBXError(operation: "b", cause: .connection("c"))), .standingPBX("a"),
    .unusableClient("a"), .noPBX, .badWorld("a", errorCount: 1),
    .needlessWorld(pbx: "a", setBy: "b"),
  ]

  @Test func `every code is in the catalogue once`() {
    #expect(RunProblem.codes.map(\.code) == Self.problems.map(\.code))
  }

  @Test func `an unknown parameter is answered with what is known`() {
    let note = { RunProblem.unknownParameter("x", suggestion: $0, known: $1).notes }
    #expect(note("y", ["y"]) == ["did you mean `y`?"])
    #expect(note(nil, ["a", "b"]) == ["known parameters: `a`, `b`"])
    #expect(note(nil, []) == ["a script declares one with `param x = value`"])
  }
}
