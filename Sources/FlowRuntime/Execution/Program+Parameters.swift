package import FlowDiagnostics

extension Program {
  /// What is wrong with parameters given from outside: those that have neither a value nor a
  /// default.
  ///
  /// The runner finds those that no file has.
  package func diagnose(parameters given: [String: String]) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for parameter in parameters where parameter.isRequired && given[parameter.name] == nil {
      let failure = RuntimeProblem.missingParameter(parameter.name).failure
      diagnostics.append(ScriptFailure(failure, at: parameter.range).diagnostic)
    }
    return diagnostics
  }

  /// The values of the code's parameters, nil for those with their defaults.
  func values(ofParameters given: [String: String]) -> [Value?] {
    code.parameters.map { name in given[name].map(ParameterText.value) }
  }
}
