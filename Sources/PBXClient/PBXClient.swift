public import PBXModel

/// A PBX, and its lab where it has one, by way of its HTTP API.
///
/// All copies of a client share the access token and the connections. A GET is repeated where the
/// connection is lost; a POST or PUT is not, except once after a 401, which proves that nothing
/// ran.
public struct PBXClient: OperationSender {
  package let configuration: Configuration
  private let observer: (@Sendable (HTTPExchange) -> Void)?
  private let transport: any HTTPTransport
  let clock: any PBXClock
  let random: @Sendable () -> UInt64
  private let tokens: TokenKeeper
  private let policy = RetryPolicy()
  private static let redirects = 3

  /// - Parameters:
  ///   - random: 64 random bits each time; what secrets are not made of.
  ///   - observer: is told of every HTTP call, without secrets.
  package init(
    configuration: Configuration, transport: any HTTPTransport, clock: any PBXClock,
    random: @escaping @Sendable () -> UInt64,
    observer: (@Sendable (HTTPExchange) -> Void)? = nil
  ) {
    self.configuration = configuration
    self.transport = transport
    self.clock = clock
    self.random = random
    self.observer = observer
    let credentials = configuration.credentials
    let office = TokenOffice(
      address: configuration.address, credentials: credentials, transport: transport,
      observer: observer)
    tokens = TokenKeeper(
      clock: clock,
      password: .password(username: credentials.username, password: credentials.password)
    ) { (grant) async throws(CallFailure) in try await office.token(for: grant) }
  }

  /// A number from 0 to 1, another one each time.
  var jitter: Double { Double(random() >> 11) / Double(1 << 53) }

  /// Sends an operation and reads its answer; the one way in for all of them.
  public func send<Operation: APIOperation>(
    _ operation: Operation
  ) async throws(PBXError) -> Operation.Answer {
    let call = try Call(operation, to: configuration.address)
    let (stream, token) = try await carry(call)
    guard case .answer(let answer) = stream else {
      throw PBXError(operation: call.name, cause: .notTheAPI)
    }
    guard (200..<300).contains(answer.status), let json = try? JSONValue(parsing: answer.body),
      let envelope = Envelope(json: json), envelope.code == "200"
    else { throw error(.answer(answer), of: call, token: token) }
    guard let value = Operation.Answer(data: envelope.data, total: envelope.total) else {
      let reason = "`data` has not the form that is documented"
      throw error(.undecodable(reason, answer), of: call, token: token)
    }
    return value
  }

  /// Fetches an access token now, with the password; where one is being fetched already, what comes
  /// of that counts.
  public func signIn() async throws(PBXError) {
    do throws(CallFailure) { try await tokens.signIn() } catch { throw error.error }
  }

  /// An access token that is good now, for what is not a call: the billing push.
  package func accessToken() async throws(PBXError) -> String {
    do throws(CallFailure) { return try await tokens.token() } catch { throw error.error }
  }

  /// The PBX did not take a token: the next call fetches another one.
  package func tokenWasRefused(_ token: String) {
    tokens.refused(token)
  }

  /// The error of a call, without secrets.
  ///
  /// - Parameter token: what the call went out with, which a PBX may repeat; nil where it did not.
  func error(_ problem: CallProblem, of call: Call, token: String?) -> PBXError {
    problem.error(of: call, hiding: secrets(with: token))
  }

  private func secrets(with token: String?) -> SecretFilter {
    let credentials = configuration.credentials
    return SecretFilter(
      [credentials.clientSecret, credentials.password] + (token.map { [$0] } ?? []))
  }
}

extension PBXClient: CustomStringConvertible, CustomReflectable {
  /// The PBX's address.
  public var description: String { "PBX at `\(configuration.address)`" }
  /// A dump walks the mirror, and would come to the password.
  public var customMirror: Mirror { Mirror(self, children: ["configuration": configuration]) }
}

// MARK: - The way of a call

extension PBXClient {
  /// What came of one try.
  private enum Try {
    case came(HTTPStream, token: String)
    case failed(CallFailure)
  }

  /// What a call has been through.
  private struct Progress {
    var repeats = 0
    var redirects = 0
    var hasRenewed = false
  }

  /// Sends a call as often as it takes and is allowed; answers whatever came at the end, and the
  /// token that it was asked for with.
  ///
  /// - Parameter isStreamed: whether the body of a success is read part by part.
  func carry(
    _ call: Call, isStreamed: Bool = false
  ) async throws(PBXError) -> (stream: HTTPStream, token: String) {
    var call = call
    var progress = Progress()
    while true {
      switch await attempt(call, isStreamed: isStreamed) {
      case .failed(let failure):
        guard failure.isPassing, let pause = pause(before: call, progress, wish: nil) else {
          throw failure.error
        }
        try await wait(pause, for: call)
        progress.repeats += 1
      case .came(.content(let content), let token):
        return (.content(content), token)
      case .came(.answer(let answer), let token):
        if answer.status == 401, !progress.hasRenewed {
          tokens.refused(token)
          progress.hasRenewed = true
        } else if RedirectTarget.isRedirect(answer.status),
          let location = answer.header("Location")
        {
          call.url = try next(after: answer, to: location, of: call, progress, token: token)
          progress.redirects += 1
        } else if PassingStatus(answer.status) == .soon,
          let pause = pause(before: call, progress, wish: answer.header("Retry-After"))
        {
          try await wait(pause, for: call)
          progress.repeats += 1
        } else {
          return (.answer(answer), token)
        }
      }
    }
  }

  private func attempt(_ call: Call, isStreamed: Bool) async -> Try {
    // Nothing goes out for a task that is over: the network might be quicker than the cancellation.
    if Task.isCancelled { return .failed(cancelled(call)) }
    let token: String
    do throws(CallFailure) { token = try await tokens.token() } catch {
      guard error.error.cause == .cancelled else { return .failed(error) }
      // A call that is cancelled ends under its own name, not under the token's.
      var failure = cancelled(call)
      failure.error.detail = error.error.detail
      return .failed(failure)
    }
    do throws(TransportFailure) {
      let request = call.request(token: token)
      let stream =
        isStreamed
        ? try await transport.stream(request) : .answer(try await transport.answer(to: request))
      observe(call, stream, token: token)
      return .came(stream, token: token)
    } catch {
      let problem = CallProblem.transport(error)
      let failure = CallFailure(
        error: self.error(problem, of: call, token: token), isPassing: problem.isPassing)
      if let exchange = failure.error.exchange { observer?(exchange) }
      return .failed(failure)
    }
  }

  private func cancelled(_ call: Call) -> CallFailure {
    CallFailure(error: error(.transport(.cancelled), of: call, token: nil), isPassing: false)
  }

  private func pause(before call: Call, _ progress: Progress, wish: String?) -> Duration? {
    guard call.method == .get else { return nil }
    return policy.pause(
      afterRepeats: progress.repeats, wish: wish, jitter: jitter, now: clock.now)
  }

  private func wait(_ pause: Duration, for call: Call) async throws(PBXError) {
    do { try await clock.sleep(for: pause) } catch {
      throw cancelled(call).error
    }
  }

  /// Where a redirect leads; throws where it is not followed: with the token to another server, or
  /// with what is not done twice to anywhere.
  private func next(
    after answer: HTTPAnswer, to location: String, of call: Call, _ progress: Progress,
    token: String
  ) throws(PBXError) -> String {
    let target = RedirectTarget(location, from: call.url)
    let reason: String
    if target.origin != configuration.address.origin {
      reason = "another server; give the address of the one that is meant"
    } else if call.method != .get {
      reason = "and a \(call.method.rawValue) is not sent on; give the address that it leads to"
    } else if progress.redirects == Self.redirects {
      reason = "and there were \(Self.redirects) redirects before"
    } else {
      return target.url
    }
    throw error(.redirect(target, reason, answer), of: call, token: token)
  }

  private func observe(_ call: Call, _ stream: HTTPStream, token: String) {
    guard let observer else { return }
    switch stream {
    case .content: observer(call.exchange(status: 200))
    case .answer(let answer):
      observer(
        call.exchange(status: answer.status, body: answer.body, hiding: secrets(with: token)))
    }
  }
}
