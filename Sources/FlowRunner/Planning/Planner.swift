import FlowDiagnostics
package import FlowRuntime

/// Finds, reads and compiles the scripts of a run before anything is dialled.
package struct Planner: Sendable {
  private let library: Library
  private let files: any FileSystem

  package init(library: Library, files: any FileSystem) {
    self.library = library
    self.files = files
  }

  package func plan(_ inputs: [ScriptInput]) -> RunPlan {
    let findings = ScriptDiscovery(files: files).find(inputs)
    var plan = RunPlan()
    plan.scriptCount = findings.sources.count
    plan.problems = findings.problems
    for source in findings.sources { add(source, to: &plan) }
    return plan
  }

  private func add(_ source: SourceFile, to plan: inout RunPlan) {
    let compilation = Program.compile(source, library: library)
    if !compilation.diagnostics.isEmpty { plan.diagnosed.append((source, compilation.diagnostics)) }
    guard let program = compilation.program else { return }
    plan.parameterNames.formUnion(program.parameters.map(\.name))
    plan.requiredParameters += program.parameters.filter(\.isRequired)
      .map { ($0.name, source.name) }
    if program.isEmpty { plan.problems.append(.emptyScript(source.name)) }
    for test in program.tests {
      let identity = TestIdentity(
        source: source, name: test.name, index: test.index, isWholeFile: !program.isTestFile)
      plan.entries.append(RunPlan.Entry(program: program, test: test, identity: identity))
    }
  }
}
