import PBXModel
import Synchronization

/// Gives out tokens, and says whether one is good.
final class TokenOffice: Sendable {
  private struct Books {
    var access: TokenBook<Void>
    /// With the id of the client that each was given to.
    var refresh: TokenBook<String>
  }

  private let accounts: Accounts
  private let life: Duration
  private let clock: any PBXClock
  private let randomBytes: @Sendable (Int) -> [UInt8]
  private let books: Mutex<Books>

  init(
    accounts: Accounts, configuration: PBXServer.Configuration, clock: any PBXClock,
    randomBytes: @escaping @Sendable (Int) -> [UInt8]
  ) {
    self.accounts = accounts
    self.life = configuration.tokenLife
    self.clock = clock
    self.randomBytes = randomBytes
    let limit = configuration.limits.tokens
    books = Mutex(
      Books(
        access: TokenBook(life: configuration.tokenLife, limit: limit),
        refresh: TokenBook(
          life: max(configuration.refreshLife, configuration.tokenLife), limit: limit)))
  }

  /// Whether an access token is good now.
  func isGood(_ text: some StringProtocol) -> Bool {
    guard let token = Token(text) else { return false }
    let now = clock.now
    return books.withLock { $0.access.content(of: token, at: now) != nil }
  }

  /// Whether a header `Authorization` carries an access token that is good now.
  func isGood(authorization: String?) -> Bool {
    // Byte by byte, because every request pays for it.
    guard let bytes = authorization?.utf8, bytes.count > Self.scheme.count,
      zip(bytes, Self.scheme).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 })
    else { return false }
    let token = bytes.dropFirst(Self.scheme.count).drop { $0 == UInt8(ascii: " ") }
    return isGood(Substring(token))
  }

  /// The scheme of RFC 6750, whose letters count in either case.
  private static let scheme = Array("bearer ".utf8)

  /// From now on no access token is good that was given out before.
  func revokeAccessTokens() {
    books.withLock { $0.access.removeAll() }
  }

  /// Gives out tokens for what proves who one is.
  func answer(_ parameters: JSONObject) throws(OAuthError) -> TokenAnswer {
    let request = try TokenRequest(parameters: parameters)
    guard accounts.isClient(request.clientID, secret: request.clientSecret) else {
      throw .invalidClient
    }
    switch request.grant {
    case .password(let username, let password):
      guard accounts.isUser(username, password: password) else { throw .invalidGrant }
    case .refreshToken(let text):
      guard let token = Token(text) else { throw .invalidRefreshToken }
      let now = clock.now
      let isTaken = books.withLock { books in
        books.refresh.take(token, at: now) { $0 == request.clientID }
      }
      guard isTaken else { throw .invalidRefreshToken }
    }
    return try issue(to: request.clientID)
  }

  private func issue(to client: String) throws(OAuthError) -> TokenAnswer {
    guard let access = Token(bytes: randomBytes(Token.byteCount)),
      let refresh = Token(bytes: randomBytes(Token.byteCount))
    else {
      throw OAuthError(error: "server_error", description: "there are no random bytes")
    }
    let now = clock.now
    books.withLock { books in
      books.access.add(access, (), at: now)
      books.refresh.add(refresh, client, at: now)
    }
    return TokenAnswer(
      accessToken: access.text, lifeSeconds: Int(life.components.seconds),
      refreshToken: refresh.text)
  }
}
