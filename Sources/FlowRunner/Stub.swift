package import FlowDiagnostics
package import FlowRuntime
import FlowSyntax
package import PBXModel

package struct Program: Sendable {
  package var source: SourceFile; package var tests: [PlannedTest];
  package var parameters: [Parameter]; package var isTestFile: Bool; package var isEmpty: Bool
  package struct Parameter: Sendable { package var name: String }
  package static func compile(_ s: SourceFile, library: Library) -> Compilation {
    Compilation(
      program: nil, diagnostics: Parser.parse(s, commands: library.commandTable).diagnostics)
  }
}
package struct Compilation { package var program: Program?; package var diagnostics: [Diagnostic] }
package struct PlannedTest: Sendable {
  package var name: String; package var index: Int; package var range: SourceRange
}
package struct TestOutcome: Sendable {
  package var name: String; package var verdict: Verdict; package var diagnostics: [Diagnostic];
  package var leftovers: [String]; package var start: Timestamp; package var end: Timestamp;
  package init(
    name: String, verdict: Verdict, diagnostics: [Diagnostic], leftovers: [String],
    start: Timestamp, end: Timestamp
  ) {
    self.name = name; self.verdict = verdict; self.diagnostics = diagnostics;
    self.leftovers = leftovers; self.start = start; self.end = end
  }
}
package struct TestExecution {
  package init(
    program: Program, test: PlannedTest, parameters: [String: String], environment: Environment,
    observer: any ExecutionObserver
  ) {}
  package func run() async -> TestOutcome { fatalError() }
}
extension Value {
  package var displayText: String { "x" };
  package var literalText: String {
    if case .reference(let r) = self, case .text(let t) = r.content { return "\"\(t)\"" };
    return "x"
  }
}
