package import PBXModel

/// The billing push of a PBX: every billing record from some moment on, each exactly once, across
/// lost connections.
///
/// Whoever iterates drives it: nothing is read, no ping is sent and nothing is kept while nobody
/// asks for the next records. A PBX that loses patience with that meanwhile leaves a gap like any
/// other: the push connects again and asks `cdr/list` for what it may have missed.
///
/// Losses of the connection are waited out, however long. It ends with an error where waiting would
/// not help: credentials or access tokens that are refused, an address that is no push, a list that
/// the PBX refuses.
package struct BillingPush: Sendable {
  /// The longest call that a gap is searched for, unless told otherwise.
  package static let defaultLongestCall = Duration.seconds(4 * 3600)

  let address: PushAddress
  let certificateAuthority: String?
  let zone: PBXTimeZone
  let longestCall: Duration
  let connector: any PushConnector
  let clock: any PBXClock
  let jitter: @Sendable () -> Double
  let token: @Sendable () async throws(PBXError) -> String
  let tokenWasRefused: @Sendable (String) async -> Void
  let list: @Sendable (ListBillingRecords) async throws(PBXError) -> Page<BillingRecord>

  /// How many different records are remembered, so that none is given twice.
  package var capacity = BillingLedger.defaultCapacity

  /// - Parameters:
  ///   - certificateAuthority: the path of a PEM file; the system's roots where nil.
  ///   - zone: the PBX's; a wrong one makes the lists miss what they are asked for.
  ///   - longestCall: a row carries the time when its call began and appears when it ends, so a
  ///     list goes back that much further than the gap. Longer calls may be missed.
  ///   - jitter: gives a number from 0 to 1 each time.
  ///   - token: the access token to connect with.
  ///   - tokenWasRefused: told of a token that the push did not take.
  ///   - list: asks the PBX for a page.
  package init(
    address: PushAddress, certificateAuthority: String? = nil, zone: PBXTimeZone,
    longestCall: Duration = defaultLongestCall, connector: any PushConnector,
    clock: any PBXClock, jitter: @escaping @Sendable () -> Double,
    token: @escaping @Sendable () async throws(PBXError) -> String,
    tokenWasRefused: @escaping @Sendable (String) async -> Void,
    list: @escaping @Sendable (ListBillingRecords) async throws(PBXError) -> Page<BillingRecord>
  ) {
    self.address = address
    self.certificateAuthority = certificateAuthority
    self.zone = zone
    self.longestCall = longestCall
    self.connector = connector
    self.clock = clock
    self.jitter = jitter
    self.token = token
    self.tokenWasRefused = tokenWasRefused
    self.list = list
  }

  /// Hands over records as they come, until an error of the push or of `deliver` ends it; while
  /// `deliver` works, nothing is read.
  ///
  /// - Parameter since: gives also what has ended since then, by the PBX's clock. Without it, what
  ///   ends from the first connection on; a gap soon after may bring what ended in the ten minutes
  ///   before, for the PBX's clock may be that much behind.
  package func run(
    since: Timestamp? = nil, deliver: ([BillingRecord]) async throws -> Void
  ) async throws {
    try await withRecords(since: since) { records in
      for try await batch in records { try await deliver(batch) }
    }
  }

  /// Runs a body on the records; the connection is closed when it ends.
  ///
  /// - Parameter since: gives also what has ended since then, by the PBX's clock. Without it, what
  ///   ends from the first connection on; a gap soon after may bring what ended in the ten minutes
  ///   before, for the PBX's clock may be that much behind.
  package func withRecords<Result>(
    since: Timestamp? = nil, _ body: (BillingRecords) async throws -> Result
  ) async throws -> Result {
    let puller = BillingPuller(push: self, since: since)
    do {
      let result = try await body(BillingRecords(puller: puller))
      await puller.close()
      return result
    } catch {
      await puller.close()
      throw error
    }
  }

  /// Connects and answers the records as a feed; throws where the third attempt to connect fails.
  ///
  /// The connection lasts as long as the feed: it is closed when the feed ends or is let go.
  package func feed(since: Timestamp? = nil) async throws(PBXError) -> BillingFeed {
    let puller = BillingPuller(push: self, since: since)
    try await puller.connect(attempts: 3)
    return BillingFeed(AsyncThrowingStream { try await puller.next() })
  }

  /// An error of the push.
  static func error(_ cause: PBXError.Cause) -> PBXError {
    PBXError(operation: "billing push", cause: cause)
  }
}

extension BillingPush: CustomStringConvertible {
  package var description: String { "the billing push at \(address)" }
}
