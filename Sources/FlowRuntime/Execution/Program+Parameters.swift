package import FlowDiagnostics

extension Program {
  /// What is wrong with parameters given from outside: errors for those without a value, warnings
  /// for those that the file does not have.
  package func diagnose(parameters given: [String: String]) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for parameter in parameters where parameter.isRequired && given[parameter.name] == nil {
      let failure = RuntimeProblem.missingParameter(parameter.name).failure
      diagnostics.append(ScriptFailure(failure, at: parameter.range).diagnostic)
    }
    let known = parameters.map(\.name)
    for name in given.keys.sorted() where !known.contains(name) {
      diagnostics.append(
        RuntimeProblem.unknownParameter(name, known: known, at: SourceRange(0, 0)))
    }
    return diagnostics
  }

  /// The values of the code's parameters, nil for those with their defaults.
  func values(ofParameters given: [String: String]) -> [Value?] {
    code.parameters.map { name in given[name].map(ParameterText.value) }
  }
}
