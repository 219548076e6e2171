import PBXModel

/// Which access token calls use, and which of them fetches the next one: a machine without time,
/// tasks or network of its own.
///
/// At most one caller fetches; it leads. While the old token is good, the others go on with it;
/// else they wait for the leader, and where that one is cancelled, the first of them leads.
struct TokenState {
  typealias Waiter = Int

  /// What a caller does now.
  enum Verdict: Hashable, Sendable {
    case use(String)
    /// Fetch a token, and report what came of it.
    case lead
    case wait
    case fail(CallFailure)
  }

  /// A waiter to be told something; it waits no more.
  struct Wake: Hashable, Sendable {
    var waiter: Waiter
    var verdict: Verdict
  }

  private struct Token {
    var text: String
    /// From when on it is renewed.
    var renewal: Timestamp
    var end: Timestamp
  }

  /// The API's usual life of a token, for a PBX that does not name it.
  static let usualLife = Duration.seconds(1800)
  /// How long a renewal that failed is left alone while the old token is good.
  static let pause = Duration.seconds(15)
  /// How long credentials that were refused are not sent again: a PBX may lock out whoever sends a
  /// wrong password too often.
  static let refusalPause = Duration.seconds(5)
  /// No life is believed to be longer, so that the arithmetic stays exact.
  private static let longestLife = Duration.seconds(10 * 366 * 86_400)

  /// What the next token is asked for with, nil for the password.
  private(set) var refreshToken: String?
  private var token: Token?
  private var refusal: (failure: CallFailure, end: Timestamp)?
  private var isFetching = false
  private var waiters: [Waiter] = []

  /// A call needs a token; a caller that is to lead must report `fetched`, `failed` or `abandoned`.
  mutating func ask(at now: Timestamp) -> Verdict {
    if let token, now < token.end, isFetching || now < token.renewal { return .use(token.text) }
    if isFetching { return .wait }
    if let refusal, now < refusal.end { return .fail(refusal.failure) }
    isFetching = true
    return .lead
  }

  /// A caller that was told to wait does.
  mutating func join(_ waiter: Waiter) {
    waiters.append(waiter)
  }

  /// A waiter was cancelled.
  mutating func leave(_ waiter: Waiter) {
    waiters.removeAll { $0 == waiter }
  }

  /// The leader has a token, asked for at a moment.
  mutating func fetched(_ answer: TokenAnswer, askedAt moment: Timestamp) -> [Wake] {
    let life = min(answer.life ?? Self.usualLife, Self.longestLife)
    token = Token(
      text: answer.accessToken, renewal: moment.advanced(by: life * 4 / 5),
      end: moment.advanced(by: life))
    refreshToken = answer.refreshToken
    refusal = nil
    isFetching = false
    return dismissWaiters(with: .use(answer.accessToken))
  }

  /// The leader has none; what it does now, and what the others are told.
  mutating func failed(_ failure: CallFailure, at now: Timestamp) -> (Verdict, [Wake]) {
    isFetching = false
    if var token, now < token.end {
      token.renewal = now.advanced(by: Self.pause)
      self.token = token
      return (.use(token.text), dismissWaiters(with: .use(token.text)))
    }
    if failure.error.isRefusalToSignIn {
      refusal = (failure, now.advanced(by: Self.refusalPause))
    }
    return (.fail(failure), dismissWaiters(with: .fail(failure)))
  }

  /// The leader was cancelled: the next in line leads.
  mutating func abandoned() -> [Wake] {
    guard let next = waiters.first else {
      isFetching = false
      return []
    }
    waiters.removeFirst()
    return [Wake(waiter: next, verdict: .lead)]
  }

  /// The PBX did not take a token; one that has been replaced since does not matter.
  mutating func refused(_ text: String) {
    if token?.text == text { token = nil }
  }

  /// The PBX did not take the refresh token.
  mutating func refusedRefresh(_ text: String) {
    if refreshToken == text { refreshToken = nil }
  }

  /// The next token is fetched at once, with the password.
  mutating func forget() {
    token = nil
    refreshToken = nil
    refusal = nil
  }

  private mutating func dismissWaiters(with verdict: Verdict) -> [Wake] {
    defer { waiters = [] }
    return waiters.map { Wake(waiter: $0, verdict: verdict) }
  }
}

extension PBXError {
  /// Whether the PBX said that these are no credentials of its.
  var isRefusalToSignIn: Bool {
    if case .wrongCredentials = cause { true } else { false }
  }
}
