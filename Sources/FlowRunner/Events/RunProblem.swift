package import FlowDiagnostics
package import PBXModel

/// What is wrong with a run itself, apart from its scripts: the runner's diagnostics.
package struct RunProblem: Error, Hashable, Sendable {
  /// The stable code, `E05xx`.
  package var code: String
  /// Lower case, no final stop, names in backquotes.
  package var message: String
  package var notes: [String]
  /// What the problem alone makes of the run.
  package var status: RunStatus

  private init(code: String, _ message: String, notes: [String] = [], status: RunStatus) {
    self.code = code
    self.message = message
    self.notes = notes
    self.status = status
  }
}

/// The catalogue of the runner: codes and wording.
extension RunProblem {
  package static func unreadable(_ error: FileError) -> RunProblem {
    RunProblem(
      code: "E0501", "cannot read `\(error.path)`: \(error.reason)", status: .invalid)
  }

  package static func noScripts(in folder: String) -> RunProblem {
    RunProblem(
      code: "E0502", "no scripts in `\(folder)`: no file there ends in `.flow`",
      status: .inconclusive)
  }

  package static func emptyScript(_ name: String) -> RunProblem {
    RunProblem(
      code: "E0503", "nothing to run in `\(name)`: it holds no statement", status: .inconclusive)
  }

  package static func unwritableReport(_ error: FileError) -> RunProblem {
    RunProblem(
      code: "E0504", "cannot write the report `\(error.path)`: \(error.reason)", status: .invalid)
  }

  /// Standard output cannot be written, and somebody still reads it.
  package static func unwritableOutput(_ error: FileError) -> RunProblem {
    RunProblem(
      code: "E0507", "cannot write to \(error.path): \(error.reason)", status: .invalid)
  }

  package static func unknownParameter(
    _ name: String, suggestion: String?, known: [String]
  ) -> RunProblem {
    var notes: [String] = []
    if let suggestion {
      notes.append("did you mean `\(suggestion)`?")
    } else if known.isEmpty {
      notes.append("a script declares one with `param \(name) = value`")
    } else {
      notes.append("known parameters: " + known.map { "`\($0)`" }.joined(separator: ", "))
    }
    return RunProblem(
      code: "E0505", "no script has a parameter `\(name)`", notes: notes, status: .usage)
  }

  /// A script's parameter has neither a default nor a value.
  package static func missingParameter(_ name: String, of script: String) -> RunProblem {
    RunProblem(
      code: "E0508", "the parameter `\(name)` of `\(script)` has no value",
      notes: ["give it one: `--var \(name)=…`"], status: .usage)
  }

  package static func bedFailed(_ test: String, reason: String) -> RunProblem {
    RunProblem(
      code: "E0506", "`\(test)` could not be run: \(reason)", status: .inconclusive)
  }

  /// A setting of the program is wrong: in a file, or else in how the program was called.
  package static func badSettings(
    _ message: String, notes: [String], isInFile: Bool
  ) -> RunProblem {
    RunProblem(
      code: "E0510", message, notes: notes, status: isInFile ? .invalid : .usage)
  }

  /// Others than its owner can read a file with secrets, or they would go where nobody but the
  /// project says.
  package static func exposedSecrets(_ message: String, notes: [String]) -> RunProblem {
    RunProblem(code: "E0511", message, notes: notes, status: .invalid)
  }

  /// Something to sign in to a PBX with was not given.
  package static func missingCredentials(_ names: [String], of address: String) -> RunProblem {
    RunProblem(
      code: "E0512",
      "nothing to sign in to `\(address)` with: "
        + names.map { "`\($0)`" }.joined(separator: ", ") + (names.count == 1 ? " is" : " are")
        + " not set",
      notes: ["`callflow config show` tells what is set, and where each can be"], status: .usage)
  }

  /// A PBX cannot be reached or refuses to sign in.
  package static func unusablePBX(_ address: String, _ error: PBXError) -> RunProblem {
    var notes: [String] = []
    if let answer = error.exchange?.bodyStart, !answer.isEmpty, error.cause.isForeign {
      notes.append("it answered: \(answer)")
    }
    if let detail = error.detail { notes.append(detail) }
    notes += error.cause.advice.map { [$0] } ?? []
    if case .connection = error.cause, address.hasPrefix("http://") || address.hasPrefix("ws://") {
      notes.append("a port that speaks TLS needs `https://`, and the push `wss://`")
    }
    return RunProblem(
      code: "E0513", "the PBX at `\(address)` cannot be used: \(error.cause)", notes: notes,
      status: .inconclusive)
  }

  /// A PBX whose time passes only when it is told to.
  package static func standingPBX(_ address: String) -> RunProblem {
    RunProblem(
      code: "E0514", "time stands still at the PBX `\(address)`",
      notes: ["scripts need a PBX in real time: `callflow serve --lab --time real`"],
      status: .inconclusive)
  }

  /// What talks to the PBX could not be set up, for want of a certificate for instance.
  package static func unusableClient(_ reason: String) -> RunProblem {
    RunProblem(code: "E0515", "no connection can be made: \(reason)", notes: [], status: .invalid)
  }

  /// Something is asked that makes sense with a PBX of one's own alone.
  package static let noPBX = RunProblem(
    code: "E0516", "no PBX is set: the simulator inside the program needs no signing in",
    notes: ["name one: `--pbx https://pbx.example`"], status: .usage)

  /// A world file is wrong, in ways that are shown besides.
  package static func badWorld(_ path: String, errorCount: Int) -> RunProblem {
    RunProblem(
      code: "E0517",
      "the world file `\(path)` has \(errorCount == 1 ? "an error" : "\(errorCount) errors")",
      status: .invalid)
  }

  /// A world is for the simulator, and another PBX is meant.
  package static func needlessWorld(pbx address: String, setBy source: String) -> RunProblem {
    RunProblem(
      code: "E0518", "`--world` is for the simulator inside the program alone",
      notes: [
        "the PBX is `\(address)`, by \(source)",
        "leave one of the two out, or add `--pbx simulator`",
      ],
      status: .usage)
  }

  /// Every code of the catalogue with its meaning.
  package static let codes: [DiagnosticCode] = [
    .init("E0501", "A file or folder cannot be read."),
    .init("E0502", "A folder holds no scripts."),
    .init("E0503", "A script holds nothing to run."),
    .init("E0504", "A report cannot be written."),
    .init("E0505", "A parameter was set that no script declares."),
    .init("E0506", "A test could not be run."),
    .init("E0507", "What scripts say cannot be written."),
    .init("E0508", "A script's parameter without a default was given no value."),
    .init("E0510", "A setting is wrong: in a file, a variable of the environment or an option."),
    .init("E0511", "Secrets would be exposed: to other users, or by what only the project says."),
    .init("E0512", "Something to sign in to a PBX with is not set."),
    .init("E0513", "A PBX cannot be reached, or refuses to sign in."),
    .init("E0514", "A PBX stands on virtual time, and a script would wait for ever."),
    .init("E0515", "A connection cannot be set up, for want of a certificate for instance."),
    .init("E0516", "A PBX has to be named, and none is."),
    .init("E0517", "A world file is wrong."),
    .init("E0518", "A world was given where another PBX than the simulator is meant."),
  ]
}

extension PBXError.Cause {
  /// Whether the answer may come from something else than a PBX, so that one wants to see it.
  fileprivate var isForeign: Bool {
    switch self {
    case .notTheAPI, .undecodable, .unexpectedStatus, .unknownOperation: true
    case .refused, .invalidParameters, .unsupported, .noRecording, .notSignedIn,
      .wrongCredentials, .connection, .timeout, .cancelled, .lab:
      false
    }
  }

  /// What to do about it, nil where that cannot be told.
  fileprivate var advice: String? {
    switch self {
    case .wrongCredentials:
      "check `client-id`, `username` and their secrets with `callflow config show`"
    case .notTheAPI, .undecodable, .unknownOperation:
      "is the address right? The API is usually below `https://HOST:PORT/dscom-api/public`"
    case .connection, .timeout: "is the PBX up, and the address right?"
    case .refused, .invalidParameters, .unsupported, .noRecording, .notSignedIn,
      .unexpectedStatus, .cancelled, .lab:
      nil
    }
  }
}
