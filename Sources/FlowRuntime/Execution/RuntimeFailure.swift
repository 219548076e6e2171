package import PBXModel

/// Why a statement could not do what it says; the interpreter adds where.
package struct RuntimeFailure: Error, Sendable {
  package enum Kind: Hashable, Sendable {
    /// An expectation did not hold.
    case expectation
    /// An operation of the PBX that should have worked did not.
    case operation(PBXError)
    /// A wait ran out of time, or waits for what can no longer come.
    case wait
    /// The script computes with values that do not fit, or misses what it names.
    case script
    /// The PBX cannot be reached, or has no lab: nothing is said about the script.
    case environment
    /// The test's time is over.
    case timeout
    /// The watchdog or the user ended the run.
    case interrupted
  }

  package var kind: Kind
  /// A code of the run-time catalogue.
  package var code: String
  /// Lower case, no final stop, names in backquotes.
  package var message: String
  package var notes: [String]
  /// The operand that is to blame; nil where it is the statement as a whole.
  package var culprit: Culprit?

  /// One operand of a command.
  package enum Culprit: Hashable, Sendable {
    case slot(String)
    /// The operand that names this number.
    case number(String)
  }

  package init(
    kind: Kind, code: String, message: String, notes: [String] = [], culprit: Culprit? = nil
  ) {
    self.culprit = culprit
    self.kind = kind
    self.code = code
    self.message = message
    self.notes = notes
  }
}

extension RuntimeFailure {
  /// The same, with what an open wait had seen where it was cut off from outside.
  func interrupted(having seen: [String]) -> RuntimeFailure {
    guard case .interrupted = kind else { return self }
    var failure = self
    failure.notes += seen
    return failure
  }
}
