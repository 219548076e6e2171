extension Fault {
  /// The kinds of faults by the words that the lab's requests and world files have for them.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case fails, page, disconnects, slow
    case tokenExpired = "token expired"
    case networkDown = "network down"
    case pushDrop = "push drop"
    case pushDuplicates = "push duplicates"
    case pushDelays = "push delays"

    /// Whether something comes late: a delay belongs to it then.
    package var isLate: Bool { self == .slow || self == .pushDelays }
  }
}

extension Fault.Effect {
  /// What a kind of fault does.
  ///
  /// - Parameters:
  ///   - code: what `fails` answers.
  ///   - delay: how late something comes, where it does, with up to `jitter` on top.
  package init(_ kind: Fault.Kind, code: Int, delay: Duration, jitter: Duration) {
    switch kind {
    case .fails: self = .refusal(APIErrorCode(rawValue: code))
    case .page: self = .page
    case .disconnects: self = .disconnection
    case .slow: self = .delay(delay, jitter: jitter)
    case .tokenExpired: self = .expiredToken
    case .networkDown: self = .networkDown
    case .pushDrop: self = .droppedPush
    case .pushDuplicates: self = .duplicatedPush
    case .pushDelays: self = .delayedPush(delay, jitter: jitter)
    }
  }

  package var kind: Fault.Kind {
    switch self {
    case .refusal: .fails
    case .page: .page
    case .disconnection: .disconnects
    case .delay: .slow
    case .expiredToken: .tokenExpired
    case .networkDown: .networkDown
    case .droppedPush: .pushDrop
    case .duplicatedPush: .pushDuplicates
    case .delayedPush: .pushDelays
    }
  }
}
