import FlowDiagnostics

/// What can be wrong with the arguments of a function.
package enum ArgumentProblem {
  case tooMany(function: String, count: Int, labels: [String])
  case missing(function: String, parameter: String, isLabelled: Bool)
  case unknownLabel(function: String, label: String, labels: [String])
  case repeatedLabel(String)

  var wording: CheckWording {
    switch self {
    case .tooMany(let function, let count, let labels):
      CheckWording(
        "E0208",
        "`\(function)` takes \(count == 0 ? "no" : "\(count)") argument\(count == 1 ? "" : "s")"
          + (labels.isEmpty ? "" : " without a label"),
        notes: Self.note(labels))
    case .missing(let function, let parameter, let isLabelled):
      CheckWording(
        "E0208", "`\(function)` misses its argument `\(parameter)`",
        notes: isLabelled ? [.init("write `\(parameter): …`")] : [])
    case .unknownLabel(let function, let label, let labels):
      CheckWording(
        "E0209", "`\(function)` has no argument labelled `\(label)`", notes: Self.note(labels),
        replacement: Spelling.closest(to: label, among: labels).map {
          .init(proposal: "did you mean `\($0):`?", text: $0)
        })
    case .repeatedLabel(let label):
      CheckWording("E0209", "the argument `\(label)` is given twice")
    }
  }

  private static func note(_ labels: [String]) -> [Diagnostic.Note] {
    if labels.isEmpty { return [] }
    return [.init("its labels are \(labels.map { "`\($0):`" }.joined(separator: ", "))")]
  }
}
