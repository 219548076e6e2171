import PBXModel
import Testing

@testable import PBXClient

struct TokenStateTests {
  static let start = Timestamp.virtualStart

  private func moment(_ seconds: Int) -> Timestamp { Self.start.advanced(by: .seconds(seconds)) }

  private func failure(_ cause: PBXError.Cause) -> CallFailure {
    CallFailure(error: PBXError(operation: "oauth/token", cause: cause), isPassing: false)
  }

  private func answer(_ text: String, life: Int = 100) -> TokenAnswer {
    TokenAnswer(accessToken: text, lifeSeconds: life, refreshToken: "")
  }

  @Test func `the first caller leads and the others wait`() {
    var state = TokenState()
    #expect(state.ask(at: Self.start) == .lead)
    #expect(state.ask(at: Self.start) == .wait)
    state.join(1)
    state.join(2)
    let wakes = state.fetched(answer("a"), askedAt: Self.start)
    #expect(wakes.map(\.waiter) == [1, 2])
    #expect(wakes.allSatisfy { $0.verdict == .use("a") })
  }

  @Test func `a token is renewed after four fifths of its life and not used after it`() {
    var state = TokenState()
    _ = state.ask(at: Self.start)
    _ = state.fetched(answer("a"), askedAt: Self.start)
    #expect(state.ask(at: moment(79)) == .use("a"))
    #expect(state.ask(at: moment(80)) == .lead)
    #expect(state.ask(at: moment(81)) == .use("a"))
    #expect(state.ask(at: moment(100)) == .wait)
  }

  @Test func `a leader that is cancelled hands over to those who wait, in order`() {
    var state = TokenState()
    _ = state.ask(at: Self.start)
    for waiter in 1...3 { state.join(waiter) }
    state.leave(1)
    #expect(state.abandoned() == [TokenState.Wake(waiter: 2, verdict: .lead)])
    #expect(state.abandoned() == [TokenState.Wake(waiter: 3, verdict: .lead)])
    #expect(state.abandoned() == [])
    #expect(state.ask(at: Self.start) == .lead)
  }

  @Test func `an early renewal that fails is left alone for a while`() {
    var state = TokenState()
    _ = state.ask(at: Self.start)
    _ = state.fetched(answer("a", life: 1000), askedAt: Self.start)
    #expect(state.ask(at: moment(800)) == .lead)
    #expect(state.failed(failure(.connection("x")), at: moment(801)).0 == .use("a"))
    #expect(state.ask(at: moment(815)) == .use("a"))
    #expect(state.ask(at: moment(816)) == .lead)
  }

  @Test func `a failure is everybody's where there is no good token`() {
    var state = TokenState()
    _ = state.ask(at: Self.start)
    state.join(1)
    let failure = failure(.connection("x"))
    let (verdict, wakes) = state.failed(failure, at: Self.start)
    #expect(verdict == .fail(failure))
    #expect(wakes == [TokenState.Wake(waiter: 1, verdict: .fail(failure))])
  }

  @Test func `a good token serves on where the credentials are refused`() {
    var state = TokenState()
    _ = state.ask(at: Self.start)
    _ = state.fetched(answer("a"), askedAt: Self.start)
    _ = state.ask(at: moment(80))
    #expect(state.failed(failure(.wrongCredentials("x")), at: moment(80)).0 == .use("a"))
    #expect(state.ask(at: moment(94)) == .use("a"))
    #expect(state.ask(at: moment(95)) == .lead)
  }

  @Test func `credentials that were refused are not sent again for a while`() {
    var state = TokenState()
    _ = state.ask(at: Self.start)
    let failure = failure(.wrongCredentials("x"))
    _ = state.failed(failure, at: moment(1))
    #expect(state.ask(at: moment(1)) == .fail(failure))
    #expect(state.ask(at: moment(5)) == .fail(failure))
    #expect(state.ask(at: moment(6)) == .lead)
  }

  @Test func `a sign-in sends credentials again at once`() {
    var state = TokenState()
    _ = state.ask(at: Self.start)
    _ = state.failed(failure(.wrongCredentials("x")), at: Self.start)
    state.forget()
    #expect(state.ask(at: Self.start) == .lead)
  }

  @Test func `a failure that is no refusal is not kept`() {
    var state = TokenState()
    _ = state.ask(at: Self.start)
    _ = state.failed(failure(.connection("x")), at: Self.start)
    #expect(state.ask(at: Self.start) == .lead)
  }

  @Test func `only the token in use can be refused`() {
    var state = TokenState()
    _ = state.ask(at: Self.start)
    _ = state.fetched(answer("a"), askedAt: Self.start)
    state.refused("older")
    #expect(state.ask(at: Self.start) == .use("a"))
    state.refused("a")
    #expect(state.ask(at: Self.start) == .lead)
  }

  @Test(arguments: [0, -1, Int.max])
  func `a life that is none, or endless, does no harm`(life: Int) {
    var state = TokenState()
    _ = state.ask(at: Self.start)
    _ = state.fetched(answer("a", life: life), askedAt: Self.start)
    #expect(state.ask(at: moment(1439)) == .use("a"))
  }
}
