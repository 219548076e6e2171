import PBXModel
import Testing
import VirtualTime

@testable import PBXServer

struct TokenTests {
  private static let password = TokenRequest(
    clientID: "1", clientSecret: "callflow-client",
    grant: .password(username: "tester", password: "callflow-user"))

  private func office(
    clock: SteppedClock, tokens: Int = 10, accounts: Accounts = .default
  ) -> TokenOffice {
    var configuration = PBXServer.Configuration()
    configuration.tokenLife = .seconds(60)
    configuration.refreshLife = .seconds(600)
    configuration.limits.tokens = tokens
    return TokenOffice(
      accounts: accounts, configuration: configuration, clock: clock,
      randomBytes: { count in (0..<count).map { _ in UInt8.random(in: .min ... .max) } })
  }

  private func refresh(_ token: String) -> JSONObject {
    TokenRequest(clientID: "1", clientSecret: "callflow-client", grant: .refreshToken(token))
      .parameters
  }

  @Test func `a refresh token is good once, and longer than the access token`() throws {
    let clock = SteppedClock()
    let office = office(clock: clock)
    let first = try office.answer(Self.password.parameters)
    clock.advance(by: .seconds(500))
    #expect(!office.isGood(first.accessToken))
    let token = try #require(first.refreshToken)
    let second = try office.answer(refresh(token))
    #expect(office.isGood(second.accessToken))
    #expect(throws: OAuthError.invalidRefreshToken) { try office.answer(refresh(token)) }
  }

  @Test func `a refresh token ends when its life does`() throws {
    let clock = SteppedClock()
    let office = office(clock: clock)
    let token = try #require(try office.answer(Self.password.parameters).refreshToken)
    clock.advance(by: .seconds(600))
    #expect(throws: OAuthError.invalidRefreshToken) { try office.answer(refresh(token)) }
  }

  @Test func `a refresh token is good for its own client alone`() throws {
    let accounts = Accounts(
      clients: ["1": "callflow-client", "2": "other"], users: Accounts.default.users)
    let office = office(clock: SteppedClock(), accounts: accounts)
    let token = try #require(try office.answer(Self.password.parameters).refreshToken)
    let other = TokenRequest(clientID: "2", clientSecret: "other", grant: .refreshToken(token))
    #expect(throws: OAuthError.invalidRefreshToken) { try office.answer(other.parameters) }
    // And another client does not take it away.
    #expect(office.isGood(try office.answer(refresh(token)).accessToken))
  }

  @Test func `a refresh token is no access token, nor the other way`() throws {
    let office = office(clock: SteppedClock())
    let answer = try office.answer(Self.password.parameters)
    #expect(!office.isGood(try #require(answer.refreshToken)))
    #expect(throws: OAuthError.invalidRefreshToken) {
      try office.answer(refresh(answer.accessToken))
    }
  }

  @Test func `where one token too many is given out, the oldest is good no longer`() throws {
    let office = office(clock: SteppedClock(), tokens: 3)
    let tokens = try (0..<4).map { _ in
      try office.answer(Self.password.parameters).accessToken
    }
    #expect(tokens.map { office.isGood($0) } == [false, true, true, true])
  }

  @Test func `tokens that have ended take no room`() throws {
    var book = TokenBook<Void>(life: .seconds(60), limit: 100)
    let clock = SteppedClock()
    for byte in UInt8(0)..<50 {
      let bytes = [UInt8](repeating: byte, count: Token.byteCount)
      book.add(try #require(Token(bytes: bytes)), (), at: clock.now)
      clock.advance(by: .seconds(30))
    }
    #expect(book.count == 2)
  }

  @Test func `a token needs its whole secret`() throws {
    let bytes = (0..<48).map { UInt8($0) }
    let token = try #require(Token(bytes: bytes))
    #expect(token.text.hasPrefix("000102") && token.text.hasSuffix("2d2e2f"))
    var book = TokenBook<Void>(life: .seconds(60), limit: 1)
    book.add(token, (), at: .virtualStart)
    #expect(book.content(of: try #require(Token(token.text)), at: .virtualStart) != nil)
    for index in 0..<48 {
      var wrong = bytes
      wrong[index] ^= 1
      let other = try #require(Token(bytes: wrong))
      #expect(book.content(of: other, at: .virtualStart) == nil, "byte \(index)")
    }
  }

  @Test(arguments: ["", "00", String(repeating: "G", count: 96), String(repeating: "0", count: 97)])
  func `text that is no token is none`(text: String) {
    #expect(Token(text) == nil)
  }

  @Test(
    arguments: [
      ("", "", true), ("a", "a", true), ("a", "", false), ("", "a", false), ("ab", "a", false),
      ("aa", "a", false), ("a", "aa", false), ("abc", "abd", false), ("abc", "abc", true),
    ])
  func `secrets are the same only where all of them is`(given: String, secret: String, same: Bool) {
    #expect(ConstantTime.isEqual(Array(given.utf8), Array(secret.utf8)) == same)
  }

  @Test func `an account without a secret lets nobody in`() {
    let accounts = Accounts(clients: ["1": ""], users: [:])
    #expect(!accounts.isClient("1", secret: ""))
    #expect(!accounts.isClient("2", secret: ""))
    #expect(!accounts.isClient("2", secret: "unknown"))
  }

  @Test func `accounts do not show their secrets`() {
    #expect("\(Accounts.default)" == #"clients ["1"], users ["tester"]"#)
  }
}
