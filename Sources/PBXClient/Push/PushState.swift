package import PBXModel

/// The billing push as a machine without sockets and clocks: says what to do next, and is told what
/// came of it.
package struct PushState: Sendable {
  /// What to do next.
  package enum Action: Hashable, Sendable {
    case connect
    case sleep(until: Timestamp)
    case send(PushFrame)
    case list(ListBillingRecords)
    /// Wait for a frame, but no longer than until a moment.
    case receive(until: Timestamp)
    /// Close the connection, which is lost.
    case close
    case fail(PBXError)
  }

  private enum Link: Sendable {
    case down(retryAt: Timestamp)
    case up(PushLiveness, openedAt: Timestamp)
    case over(PBXError)
  }

  /// A connection that held so long shows that the PBX is well: the backoff begins anew.
  package static let stay = Duration.seconds(60)
  /// So many access tokens in a row may be refused.
  package static let refusalLimit = 3
  /// Records are remembered that much longer than a list could show them.
  private static let margin = Duration.seconds(60)
  /// The PBX's clock may be behind ours by so much.
  private static let clockTolerance = Duration.seconds(600)
  /// How long frames are waited for between two pages of a list, which must not starve them.
  private static let breath = Duration.milliseconds(10)

  /// What happened so far.
  package private(set) var counts = PushCounts()
  /// Why the latest attempt to connect failed.
  package private(set) var lastFailure: PBXError?

  private let zone: PBXTimeZone
  /// How far a list goes back beyond the gap, by our clock.
  private let reach: Duration
  private var link: Link
  private var ledger: BillingLedger
  private var fill = GapFill()
  private var backoff = PushBackoff()
  private var refusals = 0
  private var unansweredPing: [UInt8]?
  /// Whether frames are to be waited for before the next page of a list.
  private var owesBreath = false
  /// What ended before, by the PBX's clock, is not the feed's; nil until there is a connection.
  private var feedStart: Timestamp?

  /// - Parameter since: from then on records are wanted, nil for from the first connection on.
  package init(
    zone: PBXTimeZone, longestCall: Duration, since: Timestamp?, capacity: Int, at now: Timestamp
  ) {
    self.zone = zone
    reach = longestCall + Self.clockTolerance
    ledger = BillingLedger(zone: zone, capacity: capacity)
    link = .down(retryAt: now)
    if let since {
      feedStart = since.wholeSecond
      fill.open(since: since.advanced(by: .zero - reach))
    }
  }

  /// Whether there is a connection.
  package var isConnected: Bool {
    if case .up = link { true } else { false }
  }

  /// How many different records are remembered.
  package var rememberedCount: Int { ledger.count }

  /// What to do now.
  package mutating func nextAction(at now: Timestamp) -> Action {
    switch link {
    case .over(let error): return .fail(error)
    case .down(let retryAt): return now >= retryAt ? .connect : .sleep(until: retryAt)
    case .up(var liveness, let openedAt):
      if let payload = unansweredPing {
        unansweredPing = nil
        return .send(.pong(payload))
      }
      let due = liveness.due(at: now)
      link = .up(liveness, openedAt: openedAt)
      switch due {
      case .ping(let payload): return .send(.ping(payload))
      case .lost: return .close
      case nil: break
      }
      if !owesBreath, let dueAt = fill.dueAt, now >= dueAt,
        let request = fill.request(at: now, in: zone)
      {
        if request.isFirst { ledger.beginList() }
        return .list(request.page)
      }
      liveness.waits(at: now)
      link = .up(liveness, openedAt: openedAt)
      let next = owesBreath ? now.advanced(by: Self.breath) : fill.dueAt ?? liveness.deadline
      return .receive(until: min(liveness.deadline, next))
    }
  }

  // MARK: The connection

  /// A connection is there.
  package mutating func connected(at now: Timestamp) {
    link = .up(PushLiveness(at: now), openedAt: now)
    refusals = 0
    lastFailure = nil
    counts.connections += 1
    // By our clock: rather a row too many from just before than one too few.
    feedStart = feedStart ?? now.wholeSecond.advanced(by: .zero - Self.clockTolerance)
    fill.resume(at: now)
  }

  /// There is no connection.
  package mutating func connectFailed(
    _ failure: PushFailure, at now: Timestamp, jitter: Double
  ) {
    switch failure {
    case .cancelled, .configuration:
      link = .over(failure.error)
    case .refused(let status) where PassingStatus(status) == nil:
      link = .over(failure.error)
    case .tokenRefused:
      refusals += 1
      if refusals >= Self.refusalLimit {
        link = .over(failure.error)
      } else if refusals == 1 {
        // It has only grown old.
        link = .down(retryAt: now)
      } else {
        retry(at: now, jitter: jitter)
      }
    case .refused, .connection, .timeout:
      retry(at: now, jitter: jitter)
    }
    counts.failedAttempts += 1
    lastFailure = failure.error
  }

  /// There is no access token to connect with.
  package mutating func tokenFailed(_ error: PBXError, at now: Timestamp, jitter: Double) {
    counts.failedAttempts += 1
    lastFailure = error
    if error.mayPass { retry(at: now, jitter: jitter) } else { link = .over(error) }
  }

  /// The connection has ended, by either side.
  package mutating func lost(at now: Timestamp, jitter: Double) {
    guard case .up(let liveness, let openedAt) = link else { return }
    counts.gaps += 1
    unansweredPing = nil
    fill.open(since: liveness.goodAt.advanced(by: .zero - reach))
    if openedAt.duration(to: now) >= Self.stay { backoff.reset() }
    retry(at: now, jitter: jitter)
  }

  private mutating func retry(at now: Timestamp, jitter: Double) {
    link = .down(retryAt: now.advanced(by: backoff.delay(jitter: jitter)))
  }

  // MARK: Records

  /// A wait ended, with a frame or without; answers the records that are new.
  package mutating func received(_ frame: PushFrame?, at now: Timestamp) -> [BillingRecord] {
    guard case .up(var liveness, let openedAt) = link else { return [] }
    owesBreath = false
    liveness.waited(for: frame, at: now)
    link = .up(liveness, openedAt: openedAt)
    let goodSince = liveness.goodAt.advanced(by: .zero - reach)
    ledger.forget(
      before: min(goodSince, fill.start ?? goodSince).advanced(by: .zero - Self.margin))
    switch frame {
    case .ping(let payload): unansweredPing = payload
    case .pong, nil: break
    case .binary: counts.ignored += 1
    case .text(let bytes):
      guard let json = try? JSONValue(parsing: bytes), let message = BillingMessage(json: json)
      else {
        counts.ignored += 1
        break
      }
      let intake = ledger.push(message.records, at: now)
      if let began = intake.earliestMatch {
        fill.lookUp(since: min(began, now.advanced(by: .zero - reach)), at: now)
      }
      counts.pushed += intake.new.count
      return intake.new
    }
    return []
  }

  /// A page of the list came; answers the records that are new.
  package mutating func listed(_ page: Page<BillingRecord>, at now: Timestamp) -> [BillingRecord] {
    guard let start = fill.start, let feedStart else { return [] }
    do throws(PBXError) {
      let rows = try fill.received(page.rows)
      owesBreath = fill.isListing
      let new = ledger.take(
        rows, since: start.wholeSecond, endingSince: feedStart, at: now)
      counts.listed += new.count
      return new
    } catch {
      link = .over(error)
      return []
    }
  }

  /// A page of the list did not come.
  package mutating func listFailed(_ error: PBXError, at now: Timestamp, jitter: Double) {
    counts.failedLists += 1
    if error.mayPass { fill.failed(at: now, jitter: jitter) } else { link = .over(error) }
  }
}

extension Timestamp {
  /// The beginning of the second: the API tells moments no finer.
  fileprivate var wholeSecond: Timestamp {
    Timestamp(nanoseconds: nanoseconds.subtractingReportingOverflow(fraction).partialValue)
  }

  private var fraction: Int64 {
    let rest = nanoseconds % 1_000_000_000
    return rest < 0 ? rest + 1_000_000_000 : rest
  }
}

extension PBXError {
  /// Whether asking again later may succeed.
  fileprivate var mayPass: Bool {
    switch cause {
    case .connection, .timeout, .notTheAPI: true
    case .unexpectedStatus(let status): PassingStatus(status) != nil
    default: false
    }
  }
}
