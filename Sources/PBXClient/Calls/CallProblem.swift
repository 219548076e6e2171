import PBXModel

/// What went wrong with a call, before it is put into the terms of the API.
enum CallProblem {
  case transport(TransportFailure)
  /// The answer is no success.
  case answer(HTTPAnswer)
  /// The answer is a success, but not of this operation.
  case undecodable(String, HTTPAnswer)
  /// The answer leads elsewhere, and why nobody goes there.
  case redirect(RedirectTarget, String, HTTPAnswer)
  /// A web page came where a file was asked for.
  case page
}

extension CallProblem {
  /// The one place where an error of the client is made.
  func error(of call: Call, hiding secrets: SecretFilter) -> PBXError {
    var detail: String?
    let cause: PBXError.Cause
    switch self {
    case .transport(let failure):
      cause = Self.cause(of: failure)
      if failure == .shutDown { detail = "the client was shut down" }
    case .answer(let answer):
      let reading = AnswerReading(answer, to: call.kind)
      (cause, detail) = (reading.cause, reading.detail)
    case .undecodable(let reason, _): cause = .undecodable(reason)
    case .redirect(let target, let reason, let answer):
      cause = .unexpectedStatus(answer.status)
      detail = "it leads to `\(target.shown)`, \(reason)"
    case .page: cause = .notTheAPI
    }
    let exchange = call.exchange(status: status, body: answer?.body ?? [], hiding: secrets)
    return PBXError(
      operation: call.name, cause: cause.words { Self.clean($0, secrets) },
      detail: detail.map { Self.clean($0, secrets) }, exchange: exchange)
  }

  /// Whether the same call may work if it is made again a little later.
  var isPassing: Bool {
    switch self {
    case .transport(.connection): true
    case .answer(let answer): PassingStatus(answer.status) == .soon
    case .transport, .undecodable, .redirect, .page: false
    }
  }

  private var answer: HTTPAnswer? {
    switch self {
    case .answer(let answer), .undecodable(_, let answer), .redirect(_, _, let answer): answer
    case .transport, .page: nil
    }
  }

  private var status: Int? {
    if case .page = self { 200 } else { answer?.status }
  }

  private static func cause(of failure: TransportFailure) -> PBXError.Cause {
    switch failure {
    case .connection(let reason), .untrusted(let reason): .connection(reason)
    case .timeout(let reason): .timeout(reason)
    case .malformed(let reason): .undecodable(reason)
    case .cancelled, .shutDown: .cancelled
    }
  }

  private static func clean(_ text: String, _ secrets: SecretFilter) -> String {
    PrintableText.start(of: secrets.hide(in: text), length: 500)
  }
}

extension PBXError.Cause {
  /// The same cause with its words made over.
  fileprivate func words(_ change: (String) -> String) -> PBXError.Cause {
    switch self {
    case .invalidParameters(let reason): .invalidParameters(change(reason))
    case .wrongCredentials(let reason): .wrongCredentials(change(reason))
    case .undecodable(let reason): .undecodable(change(reason))
    case .connection(let reason): .connection(change(reason))
    case .timeout(let reason): .timeout(change(reason))
    case .lab(let reason): .lab(change(reason))
    case .refused, .unsupported, .unknownOperation, .noRecording, .notSignedIn, .notTheAPI,
      .unexpectedStatus, .cancelled:
      self
    }
  }
}
