import PBXClient
import PBXModel
import Synchronization

/// A PBX that gives out tokens, knows which of them are good, and says to every call that it was
/// done.
final class StubPBX: Sendable {
  struct State {
    var issued = 0
    var refused = 0
    var passwordGrants = 0
    /// Access tokens and when they end.
    var tokens: [String: Timestamp] = [:]
    var refreshToken = ""
    /// What the next requests for a token come to instead.
    var failures: [TransportFailure] = []
  }

  let state = Mutex(State())
  let clock: any PBXClock
  let life: Int
  let givesRefreshTokens: Bool
  let latency: Duration

  init(
    clock: any PBXClock, life: Int = 1800, givesRefreshTokens: Bool = true,
    latency: Duration = .milliseconds(50)
  ) {
    self.clock = clock
    self.life = life
    self.givesRefreshTokens = givesRefreshTokens
    self.latency = latency
  }

  var issued: Int { state.withLock { $0.issued } }
  var refused: Int { state.withLock { $0.refused } }

  var transport: StubTransport {
    StubTransport { (request) async throws(TransportFailure) in
      do { try await self.clock.sleep(for: self.latency) } catch { throw .cancelled }
      return request.isForToken ? try self.token(request) : self.call(request)
    }
  }

  private func token(_ request: HTTPRequest) throws(TransportFailure) -> HTTPAnswer {
    let now = clock.now
    let outcome: Result<HTTPAnswer, TransportFailure> = state.withLock { state in
      if !state.failures.isEmpty { return .failure(state.failures.removeFirst()) }
      if request.json?["grant_type"] == "refresh_token" {
        guard request.json?["refresh_token"] == .string(state.refreshToken) else {
          return .success(.json(.object(OAuthError.invalidRefreshToken.json), status: 401))
        }
      } else {
        state.passwordGrants += 1
      }
      state.issued += 1
      let text = "token-\(state.issued)"
      state.tokens[text] = now.advanced(by: .seconds(life))
      state.refreshToken = givesRefreshTokens ? "refresh-\(state.issued)" : ""
      return .success(.token(text, life: life, refresh: state.refreshToken))
    }
    return try outcome.get()
  }

  private func call(_ request: HTTPRequest) -> HTTPAnswer {
    let now = clock.now
    return state.withLock { state in
      guard let token = request.bearer, let end = state.tokens[token], now < end else {
        state.refused += 1
        return .unauthenticated
      }
      return .done
    }
  }

  /// Forgets every token, as a PBX that was set up anew.
  func forgetTokens() {
    state.withLock { state in
      state.tokens = [:]
      state.refreshToken = "forgotten"
    }
  }
}
