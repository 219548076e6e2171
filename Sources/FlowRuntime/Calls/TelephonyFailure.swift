package import FlowDiagnostics
package import PBXModel

/// What can go wrong between a script and the telephone system; the wording of the codes E04xx.
package enum TelephonyFailure: Sendable {
  /// A command needs an operand that it did not get.
  case missingOperand(slot: String, verb: String)
  /// A value of a kind that an operand or an argument does not take.
  case operandKind(slot: String, value: Value, expected: String)
  /// The actor was left out, and the branch has made no call.
  case noCurrentCall(verb: String)
  /// A call stands for an extension that it does not have.
  case noActingExtension(call: String)
  /// The PBX did not do what was asked.
  case operation(PBXError, notes: [String] = [], culprit: RuntimeFailure.Culprit? = nil)
  /// The phones of this PBX cannot be steered.
  case noLab
  /// A wait without a target, and nothing to wait for.
  case nothingBegun(state: String)
  /// The time of a wait is over.
  case timedOut(waitedFor: String, limit: String, seen: [String])
  /// What is waited for can no longer come.
  case cannotCome(waitedFor: String, reason: String, seen: [String])
  /// A call of which nothing ever appeared.
  case neverBegan(call: String, limit: String, seen: [String])
  /// The API does not show what is asked for.
  case notObservable(what: String, instead: String)
  /// A state is asked of a value that has none.
  case noState(value: Value)
  /// No record came in time.
  case noRecord(limit: String, seen: [String])
  /// A number that the PBX does not know as an extension.
  case unknownExtension(String, closest: String?)
  /// A fault that can never happen so.
  case impossibleFault(reason: String, notes: [String], slot: String?)

  /// The codes in order, each with what it means in one line.
  package static let codes: [DiagnosticCode] = [
    .init("E0401", "The PBX refused an operation, or a list could not be read."),
    .init("E0402", "The PBX, or the lab, could not be reached."),
    .init("E0403", "This PBX has no lab: its phones cannot be steered, so the test says nothing."),
    .init("E0404", "A command or a query misses an operand."),
    .init("E0405", "An operand is of a kind that the command or the query does not take."),
    .init("E0406", "A command leaves out who acts, and no call was made before."),
    .init("E0407", "A call was given for an extension, and no extension acts in it."),
    .init("E0408", "A wait names nothing to wait for, and no call was made before."),
    .init("E0409", "What a wait waits for did not come in time."),
    .init("E0410", "What a wait waits for can no longer come."),
    .init("E0411", "A call was taken by the PBX, and no channel of it ever appeared."),
    .init("E0412", "The API does not show this; the message says what can be watched instead."),
    .init("E0413", "Only a number or a call can be asked for a state."),
    .init("E0414", "No call record that was waited for came in time."),
    .init("E0415", "A number that is asked for its state is no extension of this PBX."),
    .init("E0416", "A fault names an operation, an error code or a number that there is not."),
  ]

  /// As the interpreter takes it.
  package var failure: RuntimeFailure {
    switch self {
    case .missingOperand(let slot, let verb):
      return script("E0404", "`\(verb)` needs `\(slot)`")
    case .operandKind(let slot, let value, let expected):
      var failure = script(
        "E0405", "`\(slot)` is \(value.operandPhrase), but \(expected) is expected")
      failure.culprit = .slot(slot)
      return failure
    case .noCurrentCall(let verb):
      return script(
        "E0406", "`\(verb)` leaves out who acts, but no call was made before",
        ["write the extension, or `dial` first"])
    case .noActingExtension(let call):
      return script(
        "E0407", "no extension acts in \(call)", ["write the extension that is to act"])
    case .nothingBegun(let state):
      return script(
        "E0408", "`wait \(state)` names nothing to wait for, and no call was made before",
        ["write the extension or the call behind `\(state)`, or `dial` first"])
    case .noState(let value):
      return script(
        "E0413", "\(value.operandPhrase) has no state: an extension or a call is expected")
    case .operation(let error, let notes, let culprit):
      var failure = Self.operationFailure(error, notes: notes)
      failure.culprit = culprit
      return failure
    case .noLab:
      return RuntimeFailure(
        kind: .environment, code: "E0403", message: "this PBX has no lab to steer its phones")
    case .timedOut(let waitedFor, let limit, let seen):
      return RuntimeFailure(
        kind: .wait, code: "E0409", message: "\(waitedFor) did not come within \(limit)",
        notes: seen)
    case .cannotCome(let waitedFor, let reason, let seen):
      return RuntimeFailure(
        kind: .wait, code: "E0410", message: "\(waitedFor) can no longer come: \(reason)",
        notes: seen)
    case .neverBegan(let call, let limit, let seen):
      return RuntimeFailure(
        kind: .wait, code: "E0411", message: "no channel appeared for \(call) within \(limit)",
        notes: seen)
    case .notObservable(let what, let instead):
      return RuntimeFailure(
        kind: .wait, code: "E0412", message: "the API does not show \(what)",
        notes: ["watch \(instead) instead"])
    case .noRecord(let limit, let seen):
      return RuntimeFailure(
        kind: .wait, code: "E0414", message: "no matching call record came within \(limit)",
        notes: seen)
    case .unknownExtension(let number, let closest):
      return script(
        "E0415", "`\(number)` is no extension of this PBX",
        closest.map { ["did you mean `\($0)`?"] } ?? [])
    case .impossibleFault(let reason, let notes, let slot):
      var failure = script("E0416", reason, notes)
      failure.culprit = slot.map { .slot($0) }
      return failure
    }
  }

  private func script(_ code: String, _ message: String, _ notes: [String] = []) -> RuntimeFailure {
    RuntimeFailure(kind: .script, code: code, message: message, notes: notes)
  }

  private static func operationFailure(_ error: PBXError, notes: [String]) -> RuntimeFailure {
    var notes = notes
    if let detail = error.detail { notes.insert("the PBX says: \(detail)", at: 0) }
    func failure(_ message: String) -> RuntimeFailure {
      RuntimeFailure(kind: .operation(error), code: "E0401", message: message, notes: notes)
    }
    func environment(_ message: String) -> RuntimeFailure {
      RuntimeFailure(kind: .environment, code: "E0402", message: message, notes: notes)
    }
    switch error.cause {
    case .refused(let code):
      let meaning = code.english.isEmpty ? "" : " (\(code.chinese): \(code.english))"
      return failure("`\(error.operation)` failed with \(code.rawValue)\(meaning)")
    case .invalidParameters(let text):
      return failure("`\(error.operation)` has wrong parameters: \(text)")
    case .unsupported:
      return failure("this PBX cannot do `\(error.operation)`")
    case .unknownOperation:
      return failure("this PBX has no operation `\(error.operation)`")
    case .lab(let text):
      return failure("the lab cannot do this: \(text)")
    case .noRecording:
      return failure("this PBX has no recording `\(error.operation)`")
    case .undecodable(let text):
      return failure("the answer to `\(error.operation)` is not the API's: \(text)")
    case .unexpectedStatus(let status):
      return failure("`\(error.operation)` failed: the PBX answered HTTP \(status)")
    case .connection(let text), .timeout(let text):
      return environment("the PBX could not be reached in `\(error.operation)`: \(text)")
    case .notTheAPI:
      return environment("something else than the PBX answered `\(error.operation)`: a web page")
    case .notSignedIn:
      return environment("the PBX does not take the access token for `\(error.operation)`")
    case .wrongCredentials(let text):
      return environment("the PBX refuses to sign in: \(text)")
    case .cancelled:
      return RuntimeProblem.interrupted.failure
    }
  }
}
