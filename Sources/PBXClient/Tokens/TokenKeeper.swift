import PBXModel
import Synchronization

/// Has the access token for all calls of a client: the edge of `TokenState`.
///
/// A lock and no actor, because every call comes by here and a cancelled waiter must leave at
/// once. There is no task of its own: the caller that leads fetches for the others.
final class TokenKeeper: Sendable {
  typealias Fetch =
    @Sendable (TokenRequest.Grant) async throws(CallFailure) -> TokenAnswer

  private struct Shared {
    var state = TokenState()
    var sleepers: [TokenState.Waiter: CheckedContinuation<TokenState.Verdict, Never>] = [:]
    var lastWaiter = 0

    /// Takes out the continuations of those who wait no more.
    mutating func take(_ wakes: [TokenState.Wake]) -> [Sleeper] {
      wakes.compactMap { wake in
        sleepers.removeValue(forKey: wake.waiter).map { ($0, wake.verdict) }
      }
    }
  }

  private typealias Sleeper = (CheckedContinuation<TokenState.Verdict, Never>, TokenState.Verdict)

  private let shared = Mutex(Shared())
  private let clock: any PBXClock
  private let password: TokenRequest.Grant
  private let fetch: Fetch

  /// - Parameters:
  ///   - password: the grant to fall back on.
  ///   - fetch: asks the PBX for a token, once.
  init(clock: any PBXClock, password: TokenRequest.Grant, fetch: @escaping Fetch) {
    self.clock = clock
    self.password = password
    self.fetch = fetch
  }

  /// A token that is good now.
  func token() async throws(CallFailure) -> String {
    let now = clock.now
    var verdict = shared.withLock { $0.state.ask(at: now) }
    while true {
      switch verdict {
      case .use(let token): return token
      case .fail(let failure): throw failure
      case .lead: verdict = try await lead()
      case .wait: verdict = await join()
      }
    }
  }

  /// The PBX did not take a token.
  func refused(_ token: String) {
    shared.withLock { $0.state.refused(token) }
  }

  /// Fetches a token with the password, whichever token is there; where one is being fetched
  /// already, what comes of that counts.
  func signIn() async throws(CallFailure) {
    shared.withLock { $0.state.forget() }
    _ = try await token()
  }

  private func lead() async throws(CallFailure) -> TokenState.Verdict {
    let start = clock.now
    do throws(CallFailure) {
      let answer = try await renew()
      wake { $0.fetched(answer, askedAt: start) }
      return .use(answer.accessToken)
    } catch {
      if error.error.cause == .cancelled {
        wake { $0.abandoned() }
        throw error
      }
      let now = clock.now
      let (verdict, sleepers) = shared.withLock { shared in
        let (verdict, wakes) = shared.state.failed(error, at: now)
        return (verdict, shared.take(wakes))
      }
      for (sleeper, verdict) in sleepers { sleeper.resume(returning: verdict) }
      return verdict
    }
  }

  /// By refresh token where there is one, else, or where the PBX does not take it, by password.
  private func renew() async throws(CallFailure) -> TokenAnswer {
    guard let refreshToken = shared.withLock({ $0.state.refreshToken }) else {
      return try await fetch(password)
    }
    do throws(CallFailure) {
      return try await fetch(.refreshToken(refreshToken))
    } catch {
      // A proxy's error says nothing about the token, and the password is not for a proxy.
      guard error.error.isRefusalToSignIn else { throw error }
      shared.withLock { $0.state.refusedRefresh(refreshToken) }
    }
    return try await fetch(password)
  }

  private func wake(_ step: (inout TokenState) -> [TokenState.Wake]) {
    let sleepers = shared.withLock { shared in
      let wakes = step(&shared.state)
      return shared.take(wakes)
    }
    for (sleeper, verdict) in sleepers { sleeper.resume(returning: verdict) }
  }

  /// Waits for the leader, unless there is no need to any more.
  private func join() async -> TokenState.Verdict {
    let waiter = shared.withLock { shared in
      shared.lastWaiter += 1
      return shared.lastWaiter
    }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let now = clock.now
        let verdict: TokenState.Verdict? = shared.withLock { shared in
          // Looked at under the lock: a cancellation comes before this, or finds the sleeper.
          if Task.isCancelled { return .fail(.cancelled) }
          let verdict = shared.state.ask(at: now)
          guard case .wait = verdict else { return verdict }
          shared.state.join(waiter)
          shared.sleepers[waiter] = continuation
          return nil
        }
        if let verdict { continuation.resume(returning: verdict) }
      }
    } onCancel: {
      let sleeper = shared.withLock { shared in
        shared.state.leave(waiter)
        return shared.sleepers.removeValue(forKey: waiter)
      }
      sleeper?.resume(returning: .fail(.cancelled))
    }
  }
}
