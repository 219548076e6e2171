import FlowDiagnostics
import FlowSyntax

/// Which argument of a call goes to which parameter, and what does not fit.
struct ArgumentBinding {
  /// By parameter, nil where none was given.
  private(set) var arguments: [Expression?]
  private(set) var problems: [(problem: ArgumentProblem, range: SourceRange)] = []

  init(_ call: FunctionCall, parameters: [FunctionSignature.Parameter]) {
    arguments = Array(repeating: nil, count: parameters.count)
    let name = call.callee.name
    let positional = parameters.indices.filter { !parameters[$0].isLabelled }
    var next = positional.makeIterator()
    for argument in call.arguments {
      if let label = argument.label {
        bind(argument, labelled: label, of: name, parameters)
      } else if let index = next.next() {
        arguments[index] = argument.value
      } else {
        let labels = parameters.filter(\.isLabelled).map(\.name)
        problems.append(
          (.tooMany(function: name, count: positional.count, labels: labels), argument.value.range))
      }
    }
    for (index, parameter) in parameters.enumerated()
    where parameter.isRequired && arguments[index] == nil {
      problems.append(
        (
          .missing(function: name, parameter: parameter.name, isLabelled: parameter.isLabelled),
          call.range
        ))
    }
  }

  private mutating func bind(
    _ argument: FunctionCall.Argument, labelled label: Identifier, of name: String,
    _ parameters: [FunctionSignature.Parameter]
  ) {
    guard let index = parameters.firstIndex(where: { $0.name == label.name && $0.isLabelled })
    else {
      let labels = parameters.filter(\.isLabelled).map(\.name)
      problems.append(
        (.unknownLabel(function: name, label: label.name, labels: labels), label.range))
      return
    }
    if arguments[index] != nil {
      problems.append((.repeatedLabel(label.name), label.range))
    }
    arguments[index] = argument.value
  }
}
