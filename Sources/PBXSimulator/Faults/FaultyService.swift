package import PBXModel

/// A service as a client sees it over a network on which faults happen, without the network.
///
/// It does what the client does about them: a GET is repeated where the connection is lost or a
/// proxy answers, a void token is renewed unseen, a POST or PUT is never repeated. So a script
/// comes to the same verdict whether it runs here or over HTTP.
package struct FaultyService: OperationSender {
  private let base: any PBXService
  private let faults: FaultInjector
  private let clock: any PBXClock
  private let answerTimeout: Duration
  private let push: @Sendable () async throws(PBXError) -> BillingFeed
  private let policy = RetryPolicy()

  /// - Parameters:
  ///   - clock: what delays and pauses are waited out on.
  ///   - answerTimeout: how long the client waits for an answer.
  ///   - push: the billing push of a client that connects again and fills the gap.
  package init(
    _ base: any PBXService, faults: FaultInjector, clock: any PBXClock,
    answerTimeout: Duration = .seconds(30),
    push: @escaping @Sendable () async throws(PBXError) -> BillingFeed
  ) {
    self.base = base
    self.faults = faults
    self.clock = clock
    self.answerTimeout = answerTimeout
    self.push = push
  }

  /// Asks for an operation; the one way in for all of them.
  package func send<Operation: PBXOperation>(
    _ operation: Operation
  ) async throws(PBXError) -> Operation.Answer {
    let request = Request(fault: Operation.name, name: Operation.name, method: Operation.method)
    return try await carry(request) { () async throws(PBXError) in
      try await operation.perform(on: base)
    }
  }

  package func recording(at path: RecordingPath) async throws(PBXError) -> Recording {
    let request = Request(
      fault: Fault.recordingOperation, name: path.description, method: .get)
    return try await carry(request) { () async throws(PBXError) in
      try await base.recording(at: path)
    }
  }

  /// Throws where the network is down, and stays so for the client's attempts to connect.
  package func billingPush() async throws(PBXError) -> BillingFeed {
    let operation = "billing push"
    var repeats = 0
    while faults.isNetworkDown {
      guard repeats < 2,
        let pause = policy.pause(afterRepeats: repeats, jitter: faults.pauseJitter())
      else { throw PBXError(operation: operation, cause: .connection(LossReason.broken)) }
      try await wait(pause, in: operation)
      repeats += 1
    }
    return try await push()
  }

  // MARK: The way of a request

  private struct Request {
    /// What its faults go by.
    var fault: String
    /// Its name in errors.
    var name: String
    var method: HTTPMethod
  }

  /// Does what a request asks for as often as the client would ask.
  private func carry<Answer: Sendable>(
    _ request: Request, _ body: () async throws(PBXError) -> Answer
  ) async throws(PBXError) -> Answer {
    var repeats = 0
    var hasRenewed = false
    while true {
      let verdict = faults.verdict(on: request.fault)
      let loss: PBXError.Cause
      switch verdict.outcome {
      case .passes: return try await answer(request, late: verdict.delay, body)
      case .refusal(let code):
        try await delay(by: verdict.delay, request)
        throw PBXError(operation: request.name, cause: .refused(code))
      case .expiredToken:
        try await delay(by: verdict.delay, request)
        guard !hasRenewed else {
          throw PBXError(
            operation: request.name, cause: .notSignedIn, detail: "Unauthenticated.")
        }
        hasRenewed = true
        continue
      case .page:
        try await delay(by: verdict.delay, request)
        loss = .notTheAPI
      case .disconnection:
        try await delay(by: verdict.delay, request)
        loss = .connection(LossReason.broken)
      }
      guard request.method == .get,
        let pause = policy.pause(afterRepeats: repeats, jitter: faults.pauseJitter())
      else { throw PBXError(operation: request.name, cause: loss) }
      try await wait(pause, in: request.name)
      repeats += 1
    }
  }

  /// Does it, although nobody may wait for the answer so long.
  private func answer<Answer: Sendable>(
    _ request: Request, late delay: Duration, _ body: () async throws(PBXError) -> Answer
  ) async throws(PBXError) -> Answer {
    if delay <= .zero { return try await body() }
    let result: Result<Answer, PBXError>
    do throws(PBXError) {
      result = .success(try await body())
    } catch {
      result = .failure(error)
    }
    try await self.delay(by: delay, request)
    return try result.get()
  }

  /// Throws where it is longer than the client waits.
  private func delay(by delay: Duration, _ request: Request) async throws(PBXError) {
    guard delay > .zero else { return }
    try await wait(min(delay, answerTimeout), in: request.name)
    guard delay < answerTimeout else {
      throw PBXError(
        operation: request.name, cause: .timeout(LossReason.slow(answerTimeout)))
    }
  }

  private func wait(_ pause: Duration, in operation: String) async throws(PBXError) {
    do { try await clock.sleep(for: pause) } catch {
      throw PBXError(operation: operation, cause: .cancelled)
    }
  }
}
