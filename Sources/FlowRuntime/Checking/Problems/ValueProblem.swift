import FlowDiagnostics

/// What can be wrong with the values that a script names.
package enum ValueProblem {
  case operandKind(String, expected: String, found: String)
  case notDuration(found: String, suggestion: String?)
  case noInterval
  case tooManyRegisters
  case repeatedKey(String)

  var wording: CheckWording {
    switch self {
    case .operandKind(let slot, let expected, let found):
      CheckWording("E0216", "`\(slot)` is \(expected), this is \(found)")
    case .notDuration(let found, let suggestion):
      CheckWording(
        "E0217", "a duration such as `10s` is expected, this is \(found)",
        replacement: .written(suggestion))
    case .noInterval:
      CheckWording("E0221", "`every` needs a duration of more than 0, this is `0s`")
    case .tooManyRegisters:
      CheckWording(
        "E0218", "the script holds too many values at once",
        notes: [
          .init("at most \(Compiler.registerLimit) variables and intermediate values fit")
        ])
    case .repeatedKey(let key):
      CheckWording("E0219", "the key `\(key)` stands in this map already")
    }
  }
}
