import PBXClient
import PBXModel
import Testing

@Suite struct `The state of the push` {
  private static let row = BillingRecord("hwd-1.1", from: .at(0), to: .at(60))

  private func state(since: Timestamp? = nil, capacity: Int = 100) -> PushState {
    PushState(
      zone: .china, longestCall: .seconds(4 * 3600), since: since, capacity: capacity, at: .at(0))
  }

  /// The next action, which must be a list.
  private func list(_ state: inout PushState, at now: Timestamp) throws -> ListBillingRecords {
    let action = state.nextAction(at: now)
    guard case .list(let request) = action else {
      Issue.record("\(action) is no list")
      throw CancellationError()
    }
    return request
  }

  @Test func `connects, and lists nothing where nothing can be missing`() {
    var state = state()
    #expect(state.nextAction(at: .at(0)) == .connect)
    state.connected(at: .at(0))
    #expect(state.nextAction(at: .at(0)) == .receive(until: .at(20)))
  }

  @Test func `lists from a moment that it is given, after it has connected`() throws {
    var state = state(since: .at(-60))
    #expect(state.nextAction(at: .at(0)) == .connect)
    state.connected(at: .at(0.5))
    let request = try list(&state, at: .at(0.5))
    #expect(request.start == "2026-01-05 04:49:00")
    #expect(request.end == "2026-01-06 09:00:01")
    #expect(request.sort == .id && request.order == .ascending && request.page == 1)
  }

  @Test func `lists a gap from the last good moment less the longest call, and once more later`()
    throws
  {
    var state = state()
    state.connected(at: .at(0))
    #expect(state.nextAction(at: .at(0)) == .receive(until: .at(20)))
    #expect(state.received(PushFrame(Self.row), at: .at(10.9)) == [Self.row])
    state.lost(at: .at(15), jitter: 0)
    #expect(state.nextAction(at: .at(15)) == .sleep(until: .at(15.2)))
    #expect(state.nextAction(at: .at(15.2)) == .connect)
    state.connected(at: .at(16))
    let request = try list(&state, at: .at(16))
    #expect(request.start == "2026-01-05 04:50:10")
    #expect(state.listed(Page(rows: [Self.row], total: 0), at: .at(16)).isEmpty)
    #expect(state.nextAction(at: .at(16)) == .receive(until: .at(31)))
    _ = state.received(nil, at: .at(31))
    #expect(try list(&state, at: .at(31)).start == request.start)
    let rows = [Self.row, Self.row]
    #expect(state.listed(Page(rows: rows, total: 0), at: .at(31)) == [Self.row])
    #expect(state.nextAction(at: .at(31)) == .receive(until: .at(36)))
  }

  @Test func `looks up whether a push was another row than the one that a list showed`() throws {
    var state = state(since: .at(0))
    state.connected(at: .at(60))
    for moment in [60.0, 75] {
      _ = try list(&state, at: .at(moment))
      _ = state.listed(Page(rows: [Self.row], total: 0), at: .at(moment))
    }
    #expect(state.nextAction(at: .at(75)) == .receive(until: .at(80)))
    #expect(state.received(PushFrame(Self.row), at: .at(76)).isEmpty)
    #expect(state.nextAction(at: .at(76)) == .receive(until: .at(80)))
    _ = state.received(.binary, at: .at(91))
    #expect(state.nextAction(at: .at(91)) == .send(.ping(Array("1".utf8))))
    _ = try list(&state, at: .at(91))
    let rows = [Self.row, Self.row]
    #expect(state.listed(Page(rows: rows, total: 0), at: .at(91)) == [Self.row])
  }

  @Test func `asks for pages until one is short`() throws {
    var state = state(since: .at(0), capacity: 5000)
    state.connected(at: .at(1))
    func page(_ number: Int, _ count: Int) -> Page<BillingRecord> {
      Page(
        rows: (0..<count).map { BillingRecord("\(number).\($0)", from: .at(0), to: .at(1)) },
        total: 0)
    }
    for (number, count) in [(1, 1000), (2, 1001), (3, 999)] {
      #expect(try list(&state, at: .at(1)).page == number)
      #expect(state.listed(page(number, count), at: .at(1)).count == count)
      if number < 3 { breathe(&state) }
    }
    #expect(state.nextAction(at: .at(1)) == .receive(until: .at(16)))
  }

  /// The short wait for frames between two pages, one second after the beginning.
  private func breathe(_ state: inout PushState, frame: PushFrame? = nil) {
    #expect(state.nextAction(at: .at(1)) == .receive(until: .at(1.01)))
    _ = state.received(frame, at: .at(1))
  }

  @Test func `looks up a push that was matched while a list is under way`() throws {
    var state = state(since: .at(0), capacity: 5000)
    state.connected(at: .at(1))
    _ = try list(&state, at: .at(1))
    let rows = [Self.row] + (1..<1000).map { BillingRecord("\($0)", from: .at(0), to: .at(1)) }
    #expect(state.listed(Page(rows: rows, total: 0), at: .at(1)).count == 1000)
    breathe(&state)
    _ = try list(&state, at: .at(1))
    #expect(state.listed(Page(rows: [], total: 0), at: .at(1)).isEmpty)
    // The list after the settling has two pages; between them comes the push of the first row.
    _ = state.nextAction(at: .at(1))
    #expect(try list(&state, at: .at(16)).page == 1)
    #expect(state.listed(Page(rows: rows, total: 0), at: .at(16)).isEmpty)
    _ = state.nextAction(at: .at(16))
    #expect(state.received(PushFrame(Self.row), at: .at(16)).isEmpty)
    #expect(try list(&state, at: .at(16)).page == 2)
    #expect(state.listed(Page(rows: [], total: 0), at: .at(16)).isEmpty)
    _ = state.nextAction(at: .at(16))
    _ = state.received(.binary, at: .at(21))
    _ = state.nextAction(at: .at(21))
    #expect(try list(&state, at: .at(31)).page == 1)
  }

  @Test func `sees that a PBX answers the same page for ever`() throws {
    var state = state(since: .at(0), capacity: 5000)
    state.connected(at: .at(1))
    let page = Page(
      rows: (0..<1000).map { BillingRecord("\($0)", from: .at(0), to: .at(1)) }, total: 0)
    _ = try list(&state, at: .at(1))
    #expect(state.listed(page, at: .at(1)).count == 1000)
    breathe(&state)
    _ = try list(&state, at: .at(1))
    #expect(state.listed(page, at: .at(1)).isEmpty)
    #expect(state.nextAction(at: .at(1)) == .receive(until: .at(16)))
  }

  @Test func `goes on reading while the list is out of order`() throws {
    var state = state(since: .at(0))
    state.connected(at: .at(1))
    _ = try list(&state, at: .at(1))
    let error = PBXError(operation: "cdr/list", cause: .unexpectedStatus(503))
    state.listFailed(error, at: .at(1), jitter: 0)
    #expect(state.nextAction(at: .at(1)) == .receive(until: .at(1.2)))
    #expect(state.received(PushFrame(Self.row), at: .at(1.1)) == [Self.row])
    #expect(try list(&state, at: .at(1.2)).page == 1)
  }

  @Test(arguments: [PBXError.Cause.notSignedIn, .refused(510000), .unsupported, .cancelled])
  func `ends where the list is refused`(cause: PBXError.Cause) throws {
    var state = state(since: .at(0))
    state.connected(at: .at(1))
    _ = try list(&state, at: .at(1))
    let error = PBXError(operation: "cdr/list", cause: cause)
    state.listFailed(error, at: .at(1), jitter: 0)
    #expect(state.nextAction(at: .at(1)) == .fail(error))
  }

  @Test func `answers a ping with its payload before anything else`() {
    var state = state()
    state.connected(at: .at(0))
    _ = state.nextAction(at: .at(0))
    #expect(state.received(.ping([1, 2, 3]), at: .at(1)).isEmpty)
    #expect(state.nextAction(at: .at(1)) == .send(.pong([1, 2, 3])))
    #expect(state.nextAction(at: .at(1)) == .receive(until: .at(20)))
  }

  @Test func `closes a connection that is silent`() {
    var state = state()
    state.connected(at: .at(0))
    #expect(state.nextAction(at: .at(0)) == .receive(until: .at(20)))
    _ = state.received(nil, at: .at(20))
    #expect(state.nextAction(at: .at(20)) == .send(.ping(Array("1".utf8))))
    #expect(state.nextAction(at: .at(20)) == .receive(until: .at(40)))
    _ = state.received(nil, at: .at(40))
    #expect(state.nextAction(at: .at(40)) == .close)
  }

  @Test(arguments: [
    PushFrame.binary, .text(Array("{".utf8)), .text(Array(#"{"type":"other","data":[]}"#.utf8)),
    .text([0xFF, 0xFE]),
  ])
  func `ignores and counts what is no billing message`(frame: PushFrame) {
    var state = state()
    state.connected(at: .at(0))
    #expect(state.received(frame, at: .at(1)).isEmpty)
    #expect(state.counts.ignored == 1)
  }

  @Test func `waits ever longer to connect, until a connection has stayed`() {
    var state = state()
    func retry(at now: Double, _ change: (inout PushState) -> Void) -> Double? {
      change(&state)
      guard case .sleep(let moment) = state.nextAction(at: .at(now)) else { return nil }
      return Double(Timestamp.at(now).duration(to: moment).nanoseconds) / 1e9
    }
    let failure = PushFailure.connection("refused")
    #expect(retry(at: 0) { $0.connectFailed(failure, at: .at(0), jitter: 0) } == 0.2)
    #expect(retry(at: 0) { $0.connectFailed(.refused(status: 502), at: .at(0), jitter: 1) } == 0.2)
    state.connected(at: .at(1))
    #expect(retry(at: 60) { $0.lost(at: .at(60), jitter: 0) } == 0.8)
    state.connected(at: .at(61))
    #expect(retry(at: 121) { $0.lost(at: .at(121), jitter: 0) } == 0.2)
  }

  @Test func `tries again at once with a new token, and gives up at the third that is refused`() {
    var state = state()
    state.connectFailed(.tokenRefused, at: .at(0), jitter: 0)
    #expect(state.nextAction(at: .at(0)) == .connect)
    state.connectFailed(.tokenRefused, at: .at(0), jitter: 0)
    #expect(state.nextAction(at: .at(0)) == .sleep(until: .at(0.2)))
    state.connectFailed(.tokenRefused, at: .at(1), jitter: 0)
    #expect(
      state.nextAction(at: .at(1))
        == .fail(PBXError(operation: "billing push", cause: .notSignedIn)))
  }

  @Test(arguments: [
    (PushFailure.refused(status: 404), PBXError.Cause.unexpectedStatus(404)),
    (.refused(status: 200), .unexpectedStatus(200)), (.cancelled, .cancelled),
    (.configuration("no file"), .connection("no file")),
  ])
  func `ends where another attempt would not help`(failure: PushFailure, cause: PBXError.Cause) {
    var state = state()
    state.connectFailed(failure, at: .at(0), jitter: 0)
    #expect(
      state.nextAction(at: .at(0)) == .fail(PBXError(operation: "billing push", cause: cause)))
  }

  @Test func `remembers no more than a list could show again`() {
    var state = state(capacity: 100_000)
    state.connected(at: .at(0))
    for second in stride(from: 0.0, to: 12 * 3600, by: 10) {
      _ = state.nextAction(at: .at(second))
      let row = BillingRecord("\(second)", from: .at(second), to: .at(second + 1))
      #expect(state.received(PushFrame(row), at: .at(second + 1)).count == 1)
    }
    #expect((1500...1510).contains(state.rememberedCount))
  }
}
